package dev.skillpod.core.trend.pooled;

import dev.skillpod.core.trend.TimeSeries;

/** What a {@link PooledForecaster} learnt: it forecasts any series of the same kind. Immutable and thread-safe. */
public interface PooledFit {
    /**
     * Forecasts one series, be it one of those learnt from or not.
     *
     * @param series of the frequency learnt from
     * @param horizon steps, at least 1
     * @return finite values of steps 1 to {@code horizon}
     */
    double[] mean(TimeSeries series, int horizon);
}
