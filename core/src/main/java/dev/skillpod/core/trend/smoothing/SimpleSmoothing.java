package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;

/**
 * Simple exponential smoothing: a weighted mean of the past whose weights fade geometrically (Brown 1959), with the likeliest
 * weight and first level. No trend, no season.
 */
public final class SimpleSmoothing implements Forecaster {
    private static final List<EtsForm> FORMS = List.of(EtsForm.plain(EtsForm.Trend.NONE));

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return EtsModel.best(series, FORMS);
    }
}
