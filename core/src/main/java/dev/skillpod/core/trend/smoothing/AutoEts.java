package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;

/**
 * Exponential smoothing of the form that suits the series best by the corrected information criterion: 15 forms of errors, trend and season (Hyndman,
 * Koehler, Snyder and Grose 2002, International Journal of Forecasting 18; defaults as in R {@code forecast::ets}).
 *
 * <p>Differs from R in the search: slopes instead of a simplex, run to the end, so that likelihoods are the same or higher. Seasons longer than 24 steps are not modelled.
 */
public final class AutoEts implements Forecaster {
    private static final List<EtsForm> FORMS = EtsForm.all();

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        return EtsModel.best(series, FORMS);
    }
}
