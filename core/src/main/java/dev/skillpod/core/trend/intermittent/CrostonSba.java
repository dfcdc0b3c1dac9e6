package dev.skillpod.core.trend.intermittent;

import dev.skillpod.core.math.BrentSearch;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.function.DoubleUnaryOperator;

/**
 * Croston's method (1972) with the correction of its bias by Syntetos and Boylan (2005, International Journal of Forecasting 21): the
 * smoothed size of a demand over the smoothed interval between demands. Immutable and thread-safe.
 *
 * <p>The ratio is too high by the factor 1 + a / (2 − a) (1 − 1 / x) for a mean interval x, by which it is divided. For long intervals that
 * is the 1 − a / 2 of the paper; for a demand at every step it is 1, so that the method becomes simple exponential smoothing. The weight a,
 * in [{@value #LEAST_WEIGHT}, {@value #GREATEST_WEIGHT}], makes the squared one-step errors least.
 */
public final class CrostonSba implements Forecaster {
    private static final double LEAST_WEIGHT = 0.02;
    private static final double GREATEST_WEIGHT = 0.5;
    private static final double DEFAULT_WEIGHT = 0.1;

    @Override
    public String name() {
        return "croston-sba";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        var smoothing = new Smoothing(Demands.of(series));
        double weight = smoothing.demands.enough()
                ? BrentSearch.minimise(smoothing, LEAST_WEIGHT, GREATEST_WEIGHT, 6, 1e-3)
                : DEFAULT_WEIGHT;
        double squares = smoothing.applyAsDouble(weight);
        return new IntermittentFit(this, smoothing.expected, squares, series.length(), weight);
    }

    /** The sum of squared one-step errors by weight; remembers what it expects after the last value. */
    private static final class Smoothing implements DoubleUnaryOperator {
        private final Demands demands;
        private double expected;

        Smoothing(Demands demands) {
            this.demands = demands;
        }

        @Override
        public double applyAsDouble(double weight) {
            double[] y = demands.values();
            double size = demands.meanSize();
            double interval = (double) y.length / Math.max(1, demands.count());
            double rate = rate(size, interval, weight);
            double squares = 0;
            int since = 1;
            for (double value : y) {
                double e = value - rate;
                squares += e * e;
                if (value == 0) {
                    since++;
                } else {
                    size += weight * (value - size);
                    interval += weight * (since - interval);
                    rate = rate(size, interval, weight);
                    since = 1;
                }
            }
            expected = rate;
            return squares;
        }

        private static double rate(double size, double interval, double weight) {
            double excess = 1 + weight / (2 - weight) * (1 - 1 / interval);
            return size / interval / excess;
        }
    }
}
