package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Arrays;

/**
 * The median of the newest values: what minimises absolute errors when the level is steady and values are skewed, as counts of postings are.
 * Immutable and thread-safe.
 *
 * <p>Deviations as in {@link WindowMean}.
 */
public final class WindowMedian implements Forecaster {
    private final int window;

    private WindowMedian(int window) {
        this.window = window;
    }

    /**
     * Makes the median of the newest values, named {@code median6} for a window of 6.
     *
     * @param window how many values; at least 1
     */
    public static WindowMedian of(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, was " + window);
        }
        return new WindowMedian(window);
    }

    @Override
    public String name() {
        return "median" + window;
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return new Level(series, window);
    }

    private static final class Level extends StepwiseFit {
        private final int window;
        private final double median;
        private final double sigma;

        Level(TimeSeries series, int window) {
            this.window = window;
            double[] y = series.values();
            median = medianBefore(y, y.length, window);
            double squares = 0;
            for (int t = 1; t < y.length; t++) {
                double error = y[t] - medianBefore(y, t, window);
                squares += error * error;
            }
            sigma = y.length > 1 ? Math.sqrt(squares / (y.length - 1)) : 0;
        }

        private static double medianBefore(double[] y, int end, int window) {
            double[] newest = Arrays.copyOfRange(y, Math.max(0, end - window), end);
            Arrays.sort(newest);
            int middle = newest.length / 2;
            return newest.length % 2 == 1 ? newest[middle] : newest[middle - 1] / 2 + newest[middle] / 2;
        }

        @Override
        protected double meanAt(int step) {
            return median;
        }

        @Override
        protected double deviationAt(int step) {
            double weight = 2.0 / (window + 1.0);
            return sigma * Math.sqrt(1 + (step - 1) * weight * weight);
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            return new Level(other, window);
        }
    }
}
