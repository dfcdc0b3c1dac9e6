package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.math.NelderMead;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Arrays;

/** Complex exponential smoothing of one form, fitted to a series. A series that is too short or constant is forecast by its last value. */
final class ComplexFit implements FittedForecaster {
    private static final double[] START = {1.3, 1.0, 0.1, 1.0};
    private static final double[] START_FULL = {1.3, 1.0, 1.3, 1.0};

    /** With a1 = 1 the level stays where it is; a refit to a longer series starts from here as well as from anywhere. */
    private static final double[] LAST_VALUE = {1.3, 1.0};

    /**
     * Backcast states are neither free parameters nor given: a season counts as half as many parameters as it has steps. Not counting them, as
     * statsforecast does, finds seasons in short series where there are none.
     */
    private static final double SHARE_OF_SEASONAL_STATE = 0.5;

    private static final double TOLERANCE = 1e-5;
    private static final int LIMIT = 200;
    private static final int REFIT_LIMIT = 40;

    private final ComplexForm form;
    private final double[] weights;
    private final ComplexState state;
    private final double sigma;
    private final double criterion;

    private ComplexFit(ComplexForm form, double[] weights, ComplexState state, double sigma, double criterion) {
        this.form = form;
        this.weights = weights;
        this.state = state;
        this.sigma = sigma;
        this.criterion = criterion;
    }

    static ComplexFit of(TimeSeries series, ComplexForm form) {
        double[] start = Arrays.copyOf(form == ComplexForm.FULL ? START_FULL : START, form.weights());
        return search(series, form, start, 0.1, LIMIT);
    }

    private static ComplexFit search(TimeSeries series, ComplexForm form, double[] start, double step, int limit) {
        if (!form.fits(series) || series.isConstant()) {
            return form.seasonal() ? of(series, ComplexForm.NONE) : lastValue(series);
        }
        var filter = new ComplexFilter(series, form);
        double[] steps = new double[start.length];
        Arrays.fill(steps, step);
        NelderMead.Minimum best = NelderMead.minimise(filter, start, steps, TOLERANCE, limit);
        if (Double.isInfinite(best.value())) {
            return lastValue(series);
        }
        double squares = filter.applyAsDouble(best.point());
        int n = series.length();
        int parameters = form.components() + 1;
        double counted = parameters + (form.seasonal() ? SHARE_OF_SEASONAL_STATE * series.frequency() : 0);
        double criterion = n * Math.log(Math.max(squares, 1e-300))
                + 2 * counted
                + 2 * counted * (counted + 1) / Math.max(1, n - counted - 1);
        double sigma = Math.sqrt(squares / Math.max(1, n - parameters - 1));
        return new ComplexFit(form, best.point(), filter.state(), sigma, criterion);
    }

    private static ComplexFit lastValue(TimeSeries series) {
        double squares = 0;
        for (int t = 1; t < series.length(); t++) {
            double change = series.value(t) - series.value(t - 1);
            squares += change * change;
        }
        double sigma = Math.sqrt(squares / Math.max(1, series.length() - 1));
        var state = new ComplexState(series.last(), 0, new double[1], new double[1]);
        return new ComplexFit(ComplexForm.NONE, LAST_VALUE, state, sigma, Double.POSITIVE_INFINITY);
    }

    /** Returns the corrected Akaike information criterion; comparable between forms on one series. */
    double criterion() {
        return criterion;
    }

    @Override
    public double[] mean(int horizon) {
        return state.path(form, weights, StepwiseFit.checkHorizon(horizon));
    }

    /** The model is linear in its errors: variances are sums of squared responses to one unit of error. */
    @Override
    public double[] deviation(int horizon) {
        double[] deviation = new double[StepwiseFit.checkHorizon(horizon)];
        double[] response =
                ComplexState.ofError(form, weights, state.real().length).path(form, weights, horizon);
        double variance = 1;
        for (int h = 0; h < horizon; h++) {
            deviation[h] = sigma * Math.sqrt(variance);
            variance += response[h] * response[h];
        }
        return deviation;
    }

    @Override
    public FittedForecaster refit(TimeSeries other) {
        return search(other, form, weights, 0.05, REFIT_LIMIT);
    }
}
