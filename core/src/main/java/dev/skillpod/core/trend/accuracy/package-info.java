/**
 * How far forecasts lie from what then happened, in the definitions of the M4 competition (Makridakis, Spiliotis and Assimakopoulos 2020,
 * International Journal of Forecasting 36).
 *
 * <p>{@link dev.skillpod.core.trend.accuracy.ForecastErrors} measures one forecast of one series; {@link
 * dev.skillpod.core.trend.accuracy.MeanErrors} averages over series and compares a method with a benchmark (OWA).
 */
@NullMarked
package dev.skillpod.core.trend.accuracy;

import org.jspecify.annotations.NullMarked;
