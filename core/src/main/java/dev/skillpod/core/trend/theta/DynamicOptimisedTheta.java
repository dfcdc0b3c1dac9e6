package dev.skillpod.core.trend.theta;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.seasonal.SeasonallyAdjusted;

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016, International Journal of Forecasting 32):
 * how much of the trend is added to the smoothed level is estimated, and the trend is that of the values seen so far, updated at each step.
 * Immutable and thread-safe.
 *
 * <p>As {@code dotm} of R's forecTheta, with these differences: seasons are looked for from three of them on, as in M4; first level and
 * theta are solved for exactly for each smoothing weight instead of searched for; series of less than six values keep theta at 2.
 */
public final class DynamicOptimisedTheta implements Forecaster {
    private final Forecaster adjusted = new SeasonallyAdjusted("dotm", new WithoutSeasons());

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
            return "dotm-without-seasons";
        }

        @Override
        public FittedForecaster fit(TimeSeries series) {
            return DynamicThetaFit.of(series);
        }
    }
}
