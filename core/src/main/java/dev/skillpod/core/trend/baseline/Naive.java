package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/**
 * The last value repeated: the best forecast of a random walk. Immutable and thread-safe.
 *
 * <p>Deviations grow with √h, from the root mean square of the changes.
 */
public final class Naive implements Forecaster {
    @Override
    public String name() {
        return "naive";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return new Walk(series);
    }

    private static final class Walk extends StepwiseFit {
        private final double last;
        private final double sigma;

        Walk(TimeSeries series) {
            last = series.last();
            sigma = Differences.rootMeanSquare(series, 1, 0);
        }

        @Override
        protected double meanAt(int step) {
            return last;
        }

        @Override
        protected double deviationAt(int step) {
            return sigma * Math.sqrt(step);
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            return new Walk(other);
        }
    }
}
