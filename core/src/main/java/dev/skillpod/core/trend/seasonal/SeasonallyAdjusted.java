package dev.skillpod.core.trend.seasonal;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import org.jspecify.annotations.Nullable;

/**
 * A method that takes the seasons out of a series, lets another method forecast the rest, and puts the seasons back. Immutable and
 * thread-safe.
 *
 * <p>Seasons are taken out where {@link SeasonalityTest} finds them; the inner method always sees a series of frequency 1. A refit keeps
 * what the test said; a series of less than three seasons is not adjusted.
 */
public final class SeasonallyAdjusted implements Forecaster {
    private final String name;
    private final Forecaster inner;

    /** Makes a method of the given name out of one for series without seasons. */
    public SeasonallyAdjusted(String name, Forecaster inner) {
        this.name = name;
        this.inner = inner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        if (!SeasonalityTest.isSeasonal(series)) {
            return new Fitted(inner.fit(series.withoutSeasons()), false, null);
        }
        Decomposition seasons = Decomposition.of(series);
        return new Fitted(inner.fit(seasons.adjust(series)), true, seasons);
    }

    private record Fitted(
            FittedForecaster inner,
            boolean seasonal,
            @Nullable Decomposition seasons) implements FittedForecaster {
        @Override
        public double[] mean(int horizon) {
            double[] mean = inner.mean(horizon);
            if (seasons != null) {
                seasons.season(mean);
            }
            return mean;
        }

        @Override
        public double[] deviation(int horizon) {
            double[] deviation = inner.deviation(horizon);
            if (seasons != null) {
                seasons.seasonDeviation(deviation);
            }
            return deviation;
        }

        @Override
        public FittedForecaster refit(TimeSeries other) {
            if (!seasonal || !SeasonalityTest.longEnough(other.length(), other.frequency())) {
                return new Fitted(inner.refit(other.withoutSeasons()), seasonal, null);
            }
            Decomposition again = Decomposition.of(other);
            return new Fitted(inner.refit(again.adjust(other)), true, again);
        }
    }
}
