package dev.skillpod.core.trend;

/** A forecasting method, fitted to one series. Immutable and thread-safe. */
public interface FittedForecaster {
    /** The longest horizon that can be asked for. */
    int MAX_HORIZON = 1000;

    /**
     * Returns the expected values after the last observation.
     *
     * @param horizon steps, in [1, {@value #MAX_HORIZON}]
     * @return finite values of steps 1 to {@code horizon}
     */
    double[] mean(int horizon);

    /**
     * Returns how far the truth is expected to lie from the {@link #mean}, as the fitted model itself believes. Models are too sure of
     * themselves (they do not know that they may be wrong), so that this gives intervals their shape over the horizon; their width is
     * calibrated on back-tests.
     *
     * @param horizon steps, in [1, {@value #MAX_HORIZON}]
     * @return standard deviations of steps 1 to {@code horizon}: finite, at least 0, in the unit of the series
     */
    double[] deviation(int horizon);

    /**
     * Fits the same form to another series, most often a beginning of this one or a continuation: what was selected (kinds of trend and season, orders)
     * stays, parameters and states are estimated again, starting from the present ones. Much faster than a new fit. A form that the other
     * series is too short for is reduced as in {@link Forecaster#fit}.
     */
    FittedForecaster refit(TimeSeries other);
}
