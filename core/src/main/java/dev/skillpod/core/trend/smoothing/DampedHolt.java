package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;

/**
 * Exponential smoothing of a level and of a slope that fades out over the horizon (Gardner and McKenzie 1985). No season.
 */
public final class DampedHolt implements Forecaster {
    private static final List<EtsForm> FORMS = List.of(EtsForm.plain(EtsForm.Trend.DAMPED));

    @Override
    public String name() {
        return "damped-holt";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return EtsModel.best(series, FORMS);
    }
}
