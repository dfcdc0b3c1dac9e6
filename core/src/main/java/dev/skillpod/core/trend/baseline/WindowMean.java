package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/**
 * The mean of the newest values, or of all. Immutable and thread-safe.
 *
 * <p>Deviations start from the root mean square of the errors that the same mean made one step ahead in the past, and grow like those of
 * exponential smoothing with weights of the same mean age: √(1 + (h − 1) a²) with a = 2 / (k + 1).
 */
public final class WindowMean implements Forecaster {
    private final String name;
    private final int window;

    private WindowMean(String name, int window) {
        this.name = name;
        this.window = window;
    }

    /**
     * Makes the mean of the newest values, named {@code mean3} for a window of 3.
     *
     * @param window how many values; at least 1
     */
    public static WindowMean of(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, was " + window);
        }
        return new WindowMean("mean" + window, window);
    }

    /** Makes the mean of all values, named {@code mean}. */
    public static WindowMean ofAll() {
        return new WindowMean("mean", Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return new Level(series, window);
    }

    private static final class Level extends StepwiseFit {
        private final int window;
        private final double mean;
        private final double sigma;
        private final double weight;

        Level(TimeSeries series, int window) {
            this.window = window;
            int n = series.length();
            double[] sums = new double[n + 1];
            for (int t = 0; t < n; t++) {
                sums[t + 1] = sums[t] + series.value(t);
            }
            mean = meanBefore(sums, n);
            double squares = 0;
            for (int t = 1; t < n; t++) {
                double error = series.value(t) - meanBefore(sums, t);
                squares += error * error;
            }
            sigma = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
            weight = 2.0 / (Math.min(window, n) + 1.0);
        }

        private double meanBefore(double[] sums, int end) {
            int start = Math.max(0, end - window);
            return (sums[end] - sums[start]) / (end - start);
        }

        @Override
        protected double meanAt(int step) {
            return mean;
        }

        @Override
        protected double deviationAt(int step) {
            return sigma * Math.sqrt(1 + (step - 1) * weight * weight);
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            return new Level(other, window);
        }
    }
}
