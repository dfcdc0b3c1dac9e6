package dev.skillpod.core.trend.theta;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.seasonal.SeasonallyAdjusted;

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000), which won the M3 competition: simple exponential smoothing with half of the
 * slope of the linear trend as drift (Hyndman and Billah 2003). Immutable and thread-safe.
 *
 * <p>As {@code thetaf} of R's forecast package, with two differences: seasons are looked for from three of them on, as in M4, and the first
 * level of the smoothing is solved for instead of searched for.
 */
public final class Theta implements Forecaster {
    private final Forecaster adjusted = new SeasonallyAdjusted("theta", new WithoutSeasons());

    @Override
    public String name() {
        return adjusted.name();
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return adjusted.fit(series);
    }

    private record WithoutSeasons() implements Forecaster {
        @Override
        public String name() {
            return "theta-without-seasons";
        }

        @Override
        public FittedForecaster fit(TimeSeries series) {
            return new ThetaFit(series);
        }
    }
}
