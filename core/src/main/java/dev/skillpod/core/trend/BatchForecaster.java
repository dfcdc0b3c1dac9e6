package dev.skillpod.core.trend;

import java.util.List;

/**
 * Forecasts many series of one kind at once, and so can learn from each for the others: how methods are to be weighed and how
 * wide intervals must be. Thread-safe.
 */
public interface BatchForecaster {
    /**
     * Forecasts each series.
     *
     * @param batch series of one frequency, each with at least one observation
     * @param horizon steps, in [1, {@value FittedForecaster#MAX_HORIZON}]
     * @param coverages of the intervals, each in (0, 1)
     * @return one forecast per series, in the order given
     */
    List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages);
}
