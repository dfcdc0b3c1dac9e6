package dev.skillpod.core.trend;

/**
 * A method of forecasting one series from its own past. Immutable and thread-safe.
 *
 * <p>A method never fails on a legal series: what it cannot estimate from a short or constant one it leaves out (no
 * season, no trend, a fixed smoothing weight), down to the last value repeated.
 */
public interface Forecaster {
    /** Returns the short name, lower case, as it stands in tables: {@code "theta"}. */
    String name();

    /**
     * Estimates the method's form and parameters.
     *
     * @param series the past; any legal series, also of one value
     * @return the fit, to the last observation
     */
    FittedForecaster fit(TimeSeries series);
}
