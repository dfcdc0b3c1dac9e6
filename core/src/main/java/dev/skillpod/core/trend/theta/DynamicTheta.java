package dev.skillpod.core.trend.theta;

import java.util.function.DoubleUnaryOperator;

/**
 * The sum of squared one-step errors of the dynamic theta model as a function of its smoothing weight, with the first level and the share of
 * the trend that make it least. Mutable: remembers both; allocates nothing per call.
 *
 * <p>With weight a, d(t) = (1 − a)^t, and the trend lines A + B t through the values up to t − 1, the model expects at step t (from 0)
 *
 * <pre>  c(t) + l d(t) + w (d(t) A(t − 1) + (1 − d(t + 1)) / a · B(t − 1))</pre>
 *
 * where l is the first level, c(t) the smoothed level when l is 0, and w = 1 − 1/theta in [0, 1]. The lines do not depend on parameters and
 * are computed once; l and w enter linearly.
 */
final class DynamicTheta implements DoubleUnaryOperator {
    private static final int SKIPPED = 3;
    private static final int FEWEST_FOR_SHARE = 6;
    private static final double SINGULAR = 1e-9;

    private final double[] y;
    private final double[] intercepts;
    private final double[] slopes;
    private final boolean shareIsFree;
    private final int start;
    private double share;
    private double last;

    /** Starts from values, which are not copied; the first is 0. */
    DynamicTheta(double[] y) {
        this.y = y;
        int n = y.length;
        intercepts = new double[n];
        slopes = new double[n];
        shareIsFree = n >= FEWEST_FOR_SHARE;
        start = shareIsFree ? SKIPPED : Math.min(1, n - 1);
        var trend = new RunningTrend(y[0]);
        for (int t = 1; t < n; t++) {
            trend.add(y[t]);
            intercepts[t] = trend.intercept();
            slopes[t] = trend.slope();
        }
    }

    @Override
    public double applyAsDouble(double weight) {
        double keep = 1 - weight;
        double scale = 1 / weight;
        double c = weight * y[0];
        double d = keep;
        double ee = 0;
        double ed = 0;
        double eg = 0;
        double dd = 0;
        double dg = 0;
        double gg = 0;
        for (int t = 1; t < y.length; t++) {
            double next = d * keep;
            double e = y[t] - c;
            if (t >= start) {
                double g = d * intercepts[t - 1] + (1 - next) * scale * slopes[t - 1];
                ee += e * e;
                ed += e * d;
                eg += e * g;
                dd += d * d;
                dg += d * g;
                gg += g * g;
            }
            c += weight * e;
            d = next;
        }
        share = share(ed, eg, dd, dg, gg);
        double restWithLevel = ed - share * dg;
        double first = shareIsFree && dd > 0 ? restWithLevel / dd : 0;
        last = c + first * d;
        double squares = ee - 2 * share * eg + share * share * gg - first * restWithLevel;
        return Math.max(0, squares);
    }

    /** Solves for w with the best l for it; beyond [0, 1] the nearer end is best, as the sum of squares is convex. */
    private double share(double ed, double eg, double dd, double dg, double gg) {
        if (!shareIsFree) {
            return 0.5;
        }
        double determinant = gg * dd - dg * dg;
        if (!(determinant > SINGULAR * gg * dd)) {
            return 0.5;
        }
        return Math.clamp((eg * dd - ed * dg) / determinant, 0.0, 1.0);
    }

    /** Returns the share of the trend, 1 − 1/theta, for the weight asked for last; in [0, 1]. */
    double share() {
        return share;
    }

    /** Returns the level after the last value, for the weight asked for last. */
    double last() {
        return last;
    }
}
