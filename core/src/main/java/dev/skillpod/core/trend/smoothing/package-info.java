/**
 * Exponential smoothing: a level, perhaps a slope, perhaps a season, each drawn a little towards every new observation.
 *
 * <p>An {@link dev.skillpod.core.trend.smoothing.EtsForm} says which of these there are. {@link
 * dev.skillpod.core.trend.smoothing.EtsPath} runs one form along a series and tells how likely that is, with slopes; {@link
 * dev.skillpod.core.trend.smoothing.EtsSearch} looks for the likeliest weights and first states; {@link
 * dev.skillpod.core.trend.smoothing.AutoEts} tries all forms and keeps the one with the least AICc, and {@link
 * dev.skillpod.core.trend.smoothing.SimpleSmoothing} and {@link dev.skillpod.core.trend.smoothing.DampedHolt} have one form each.
 *
 * <p>Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing.
 */
@NullMarked
package dev.skillpod.core.trend.smoothing;

import org.jspecify.annotations.NullMarked;
