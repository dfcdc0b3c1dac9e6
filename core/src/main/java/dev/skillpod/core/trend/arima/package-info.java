/**
 * Seasonal autoregressive integrated moving averages, chosen automatically.
 *
 * <p>From a series to its forecast, step by step:
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.trend.arima.SeasonalStrength} says whether the series is differenced over a season, {@link
 *       dev.skillpod.core.trend.arima.KpssTest} how often over one step; {@link dev.skillpod.core.trend.arima.Differences} does it.
 *   <li>{@link dev.skillpod.core.trend.arima.OrderSearch} walks from one set of {@link dev.skillpod.core.trend.arima.ArimaOrders}
 *       to the next as long as AICc falls.
 *   <li>On the way {@link dev.skillpod.core.trend.arima.ArmaEstimator} estimates each form: a start by regression on the
 *       residuals of a long autoregression, then the conditional sum of squares, then the exact likelihood, both by
 *       {@link dev.skillpod.core.trend.arima.LevenbergMarquardt}.
 *   <li>{@link dev.skillpod.core.trend.arima.FittedArima} continues the best one and adds the differences up again.
 * </ol>
 *
 * <p>Residuals are computed in two ways. {@link dev.skillpod.core.trend.arima.ConditionalResiduals} takes what was before the
 * first observation as the mean; that is a handful of additions per observation, and derivatives cost the same. {@link
 * dev.skillpod.core.trend.arima.ExactLikelihood} averages over what may have been before, which matters for
 * series of a few seasons, and costs about ten times as much.
 */
@NullMarked
package dev.skillpod.core.trend.arima;

import org.jspecify.annotations.NullMarked;
