package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.math.QuasiNewton;

/**
 * Looks for the likeliest weights and first states of one form on one series. A working place of one thread.
 */
final class EtsSearch implements QuasiNewton.Smooth {
    /* The weights move freely on the whole line: each is a logistic function between its bounds, which for the slope and the season
     * depend on the weight of the level ("usual" bounds; the "admissible" region is a wall). The states are counted in steps
     * that change the likelihood by about as much as a step of a weight. The last seasonal state follows from the others. */

    private static final double[] LEVELS = {0.05, 0.2, 0.5, 0.9};
    private static final double[] SHARES = {0.02, 0.3};
    private static final double[] NO_SHARES = {0};
    private static final double FIRST_DAMPING = 0.95;
    private static final double GREATEST_LOGIT = 5;
    private static final double LEAST_SHARE = 1e-9;
    private static final double LEAST_DEVIATION = 1e-9;

    private final EtsPath path;
    private final EtsForm form;
    private final int m;
    private final int states;
    private final double[] polynomial;
    private final double[] logistics = new double[4];
    private EtsStart start;
    private double stateUnit;
    private double slopeUnit;
    private double seasonUnit;
    private EtsWeights weights = EtsWeights.LAST_VALUE;

    EtsSearch(EtsPath path, EtsForm form) {
        this.path = path;
        this.form = form;
        m = form.hasSeason() ? path.frequency : 1;
        states = form.weights();
        polynomial = new double[m + 2];
        start = EtsStart.of(path.values, m, form);
    }

    /**
     * Searches from a few weights of the level, each with the likeliest other weights of a few, since the likelihood often has a peak
     * at either end.
     */
    EtsEstimate fromScratch(double tolerance, int limit) {
        EtsEstimate best = from(likeliest(LEVELS[0]), tolerance, limit);
        for (int i = 1; i < LEVELS.length; i++) {
            EtsEstimate estimate = from(likeliest(LEVELS[i]), tolerance, limit);
            if (estimate.deviance() < best.deviance()) {
                best = estimate;
            }
        }
        return best;
    }

    private EtsWeights likeliest(double level) {
        double damping = form.trend() == EtsForm.Trend.DAMPED ? FIRST_DAMPING : form.hasTrend() ? 1 : 0;
        EtsWeights best = new EtsWeights(level, 0, 0, damping);
        double least = Double.POSITIVE_INFINITY;
        for (double slope : form.hasTrend() ? SHARES : NO_SHARES) {
            for (double season : form.hasSeason() ? SHARES : NO_SHARES) {
                EtsWeights tried = new EtsWeights(level, slope * level, season * (1 - level), damping);
                double deviance = run(start, tried);
                if (deviance < least) {
                    least = deviance;
                    best = tried;
                }
            }
        }
        return best;
    }

    /** Searches from the weights and first states of another estimate of this form, or from its weights alone where that is likelier. */
    EtsEstimate from(EtsEstimate other, double tolerance, int limit) {
        if (run(other.start(), other.weights()) < run(start, other.weights())) {
            start = other.start();
        }
        return from(other.weights(), tolerance, limit);
    }

    private EtsEstimate from(EtsWeights first, double tolerance, int limit) {
        scale(first);
        QuasiNewton.Minimum minimum = QuasiNewton.minimise(this, encode(first), tolerance, limit);
        double deviance = value(minimum.point());
        return new EtsEstimate(form, weights, decodeStart(minimum.point()), deviance);
    }

    private double run(EtsStart from, EtsWeights tried) {
        path.level = from.level();
        path.slope = from.slope();
        System.arraycopy(from.season(), 0, path.season, 0, from.season().length);
        return path.run(form, tried);
    }

    private void scale(EtsWeights first) {
        run(start, first);
        double deviation = Math.sqrt(path.squares() / path.length) + LEAST_DEVIATION;
        double height = Math.abs(start.level() + start.slope());
        double unit = form.multiplicativeError() ? deviation * height : deviation;
        double kept = 1 - first.level();
        stateUnit = unit * Math.sqrt(0.5 * (1 - kept * kept) + 1e-3);
        slopeUnit = stateUnit * Math.max(first.level(), 1.0 / path.length);
        double seasonal = unit * Math.sqrt(0.5 * Math.max(first.season(), (double) m / path.length));
        seasonUnit = form.season() == EtsForm.Season.MULTIPLICATIVE ? seasonal / height : seasonal;
    }

    private double[] encode(EtsWeights first) {
        double[] point = new double[states + form.states(m)];
        int i = 0;
        double level = first.level();
        point[i++] = logit(level, EtsWeights.LEAST, EtsWeights.GREATEST);
        if (form.hasTrend()) {
            point[i++] = logit(first.slope(), EtsWeights.LEAST, level);
        }
        if (form.trend() == EtsForm.Trend.DAMPED) {
            point[i++] = logit(first.damping(), EtsWeights.LEAST_DAMPING, EtsWeights.GREATEST_DAMPING);
        }
        if (form.hasSeason()) {
            point[i] = logit(first.season(), EtsWeights.LEAST, 1 - level);
        }
        return point;
    }

    /** Returns where a value lies between bounds, which may coincide, on the whole line but never so far out that slopes vanish. */
    private static double logit(double value, double least, double greatest) {
        double below = Math.max(value - least, LEAST_SHARE);
        double above = Math.max(greatest - value, LEAST_SHARE);
        return Math.clamp(Math.log(below / above), -GREATEST_LOGIT, GREATEST_LOGIT);
    }

    private double logistic(int i, double[] point) {
        double value = 1 / (1 + Math.exp(-point[i]));
        logistics[i] = value;
        return value;
    }

    private EtsWeights decodeWeights(double[] point) {
        int i = 0;
        double level = EtsWeights.LEAST + (EtsWeights.GREATEST - EtsWeights.LEAST) * logistic(i++, point);
        double slope = form.hasTrend() ? EtsWeights.LEAST + (level - EtsWeights.LEAST) * logistic(i++, point) : 0;
        double damping = form.hasTrend() ? 1 : 0;
        if (form.trend() == EtsForm.Trend.DAMPED) {
            damping = EtsWeights.LEAST_DAMPING
                    + (EtsWeights.GREATEST_DAMPING - EtsWeights.LEAST_DAMPING) * logistic(i++, point);
        }
        double season = form.hasSeason() ? EtsWeights.LEAST + (1 - level - EtsWeights.LEAST) * logistic(i, point) : 0;
        return new EtsWeights(level, slope, season, damping);
    }

    private EtsStart decodeStart(double[] point) {
        int i = states;
        double level = start.level() + stateUnit * point[i++];
        double slope = form.hasTrend() ? start.slope() + slopeUnit * point[i] : 0;
        double[] season = new double[start.season().length];
        if (form.hasSeason()) {
            System.arraycopy(path.season, 0, season, 0, m);
        }
        return new EtsStart(level, slope, season);
    }

    @Override
    public double value(double[] point) {
        weights = decodeWeights(point);
        if (form.hasTrend() && form.hasSeason() && !weights.isAdmissible(m, polynomial)) {
            return Double.POSITIVE_INFINITY;
        }
        int i = states;
        path.level = start.level() + stateUnit * point[i++];
        path.slope = form.hasTrend() ? start.slope() + slopeUnit * point[i++] : 0;
        if (form.hasSeason()) {
            double last = form.season() == EtsForm.Season.MULTIPLICATIVE ? m : 0;
            for (int j = 0; j < m - 1; j++) {
                double state = start.season()[j] + seasonUnit * point[i++];
                path.season[j] = state;
                last -= state;
            }
            path.season[m - 1] = last;
        }
        return path.run(form, weights);
    }

    @Override
    public void gradient(double[] slopes) {
        path.differentiate(form, weights);
        double levelRange = EtsWeights.GREATEST - EtsWeights.LEAST;
        double byLevel = path.slopeOfLevelWeight;
        int i = 1;
        if (form.hasTrend()) {
            byLevel += path.slopeOfSlopeWeight * logistics[i];
            slopes[i] = path.slopeOfSlopeWeight * (weights.level() - EtsWeights.LEAST) * spread(i++);
        }
        if (form.trend() == EtsForm.Trend.DAMPED) {
            double range = EtsWeights.GREATEST_DAMPING - EtsWeights.LEAST_DAMPING;
            slopes[i] = path.slopeOfDamping * range * spread(i++);
        }
        if (form.hasSeason()) {
            byLevel -= path.slopeOfSeasonWeight * logistics[i];
            slopes[i] = path.slopeOfSeasonWeight * (1 - weights.level() - EtsWeights.LEAST) * spread(i++);
        }
        slopes[0] = byLevel * levelRange * spread(0);
        slopes[i++] = path.slopeOfLevel * stateUnit;
        if (form.hasTrend()) {
            slopes[i++] = path.slopeOfSlope * slopeUnit;
        }
        for (int j = 0; j < m - 1; j++) {
            slopes[i++] = (path.slopesOfSeason[j] - path.slopesOfSeason[m - 1]) * seasonUnit;
        }
    }

    private double spread(int i) {
        return logistics[i] * (1 - logistics[i]);
    }
}
