package dev.skillpod.core.trend.theta;

import java.util.function.DoubleUnaryOperator;

/**
 * The sum of squared one-step errors of simple exponential smoothing as a function of its weight, with the first level that makes it
 * least. Mutable: remembers the last level; allocates nothing.
 *
 * <p>With weight a the level before step t is c(t) + l d(t), where l is the first level, d(t) = (1 − a)^t, and c(t) the level when l is 0.
 * So the error y(t) − c(t) − l d(t) is linear in l.
 */
final class Smoothing implements DoubleUnaryOperator {
    private final double[] y;
    private double last;

    /** Starts from values, which are not copied; they should be near 0 at the beginning, for accuracy. */
    Smoothing(double[] y) {
        this.y = y;
    }

    @Override
    public double applyAsDouble(double weight) {
        double c = 0;
        double d = 1;
        double ee = 0;
        double ed = 0;
        double dd = 0;
        for (double value : y) {
            double e = value - c;
            ee += e * e;
            ed += e * d;
            dd += d * d;
            c += weight * e;
            d *= 1 - weight;
        }
        double first = ed / dd;
        last = c + first * d;
        return Math.max(0, ee - first * ed);
    }

    /** Returns the level after the last value, for the weight asked for last. */
    double last() {
        return last;
    }
}
