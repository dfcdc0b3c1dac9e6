package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;

/**
 * Complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022, Naval Research Logistics 69): exponential smoothing of complex
 * numbers whose real part is the series and whose imaginary part is the information that it leaves out. One pair of weights makes
 * anything from a level to a trend, so that there is no choice between the two. Immutable and thread-safe.
 *
 * <p>The kind of season (none, simple, partial, full) is that of the least AICc, with states initialised by backcasting. As AutoCES of
 * statsforecast, with two differences: seasonal states count as parameters, a half for each step of the season; and weights are kept within
 * the region where the level model is stable (section 3.2 of the paper).
 */
public final class ComplexSmoothing implements Forecaster {
    @Override
    public String name() {
        return "ces";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        ComplexFit best = ComplexFit.of(series, ComplexForm.NONE);
        for (ComplexForm form : ComplexForm.values()) {
            if (form.seasonal() && form.fits(series) && !series.isConstant()) {
                ComplexFit candidate = ComplexFit.of(series, form);
                if (candidate.criterion() < best.criterion()) {
                    best = candidate;
                }
            }
        }
        return best;
    }
}
