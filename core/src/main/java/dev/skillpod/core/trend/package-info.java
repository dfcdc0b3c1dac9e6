/**
 * Forecasting of single series and of a market of them.
 *
 * <p>A {@link dev.skillpod.core.trend.TimeSeries} goes into a {@link dev.skillpod.core.trend.Forecaster}, which gives a {@link
 * dev.skillpod.core.trend.FittedForecaster}: expected values and the deviations its model believes in. The methods are one small file each
 * in the sub-packages; {@code ensemble} weighs them by back-tests and calibrates intervals, {@code market} makes the forecasts of a
 * hierarchy add up.
 */
@NullMarked
package dev.skillpod.core.trend;

import org.jspecify.annotations.NullMarked;
