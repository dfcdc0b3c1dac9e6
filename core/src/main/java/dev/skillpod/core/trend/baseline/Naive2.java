package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.seasonal.SeasonallyAdjusted;

/**
 * The last seasonally adjusted value with the seasons put back: the benchmark of the M4 competition, against which OWA is measured.
 * Immutable and thread-safe.
 *
 * <p>Equal to the R code of the competition on series above 0; on others, where that code divides by indices near 0, seasons add.
 */
public final class Naive2 implements Forecaster {
    private final Forecaster adjusted = new SeasonallyAdjusted("naive2", new Naive());

    @Override
    public String name() {
        return adjusted.name();
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return adjusted.fit(series);
    }
}
