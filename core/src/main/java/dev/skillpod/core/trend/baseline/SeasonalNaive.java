package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/**
 * The value of the same step a season ago. Immutable and thread-safe.
 *
 * <p>Deviations grow with the root of the number of seasons ahead, from the root mean square of the changes over a season. A series
 * of not more than one season is forecast as by {@link Naive}.
 */
public final class SeasonalNaive implements Forecaster {
    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return new SeasonalWalk(series);
    }

    private static final class SeasonalWalk extends StepwiseFit {
        private final double[] newest;
        private final double sigma;

        SeasonalWalk(TimeSeries series) {
            int lag = series.length() > series.frequency() ? series.frequency() : 1;
            newest = new double[lag];
            for (int s = 0; s < lag; s++) {
                newest[s] = series.value(series.length() - lag + s);
            }
            sigma = Differences.rootMeanSquare(series, lag, 0);
        }

        @Override
        protected double meanAt(int step) {
            return newest[(step - 1) % newest.length];
        }

        @Override
        protected double deviationAt(int step) {
            int seasonsAhead = (step - 1) / newest.length + 1;
            return sigma * Math.sqrt(seasonsAhead);
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            return new SeasonalWalk(other);
        }
    }
}
