package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/**
 * The straight line through the first and the last value: a random walk with drift. Immutable and thread-safe.
 *
 * <p>Deviations are σ √(h (1 + h / (n − 1))), which counts that the drift is an estimate too.
 */
public final class Drift implements Forecaster {
    @Override
    public String name() {
        return "drift";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return new DriftingWalk(series);
    }

    private static final class DriftingWalk extends StepwiseFit {
        private final double last;
        private final double slope;
        private final double sigma;
        private final int changes;

        DriftingWalk(TimeSeries series) {
            changes = Math.max(1, series.length() - 1);
            last = series.last();
            slope = (last - series.value(0)) / changes;
            sigma = Differences.rootMeanSquare(series, 1, slope);
        }

        @Override
        protected double meanAt(int step) {
            return last + step * slope;
        }

        @Override
        protected double deviationAt(int step) {
            return sigma * Math.sqrt(step * (1 + (double) step / changes));
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            return new DriftingWalk(other);
        }
    }
}
