/**
 * Seasons: whether a series has them, what they are, and forecasting without them.
 *
 * <p>{@link dev.skillpod.core.trend.seasonal.SeasonalityTest} asks whether values a season apart resemble each other; {@link
 * dev.skillpod.core.trend.seasonal.Decomposition} finds one index per step of the season; {@link
 * dev.skillpod.core.trend.seasonal.SeasonallyAdjusted} takes them out before a method sees the series and puts them back on its forecast.
 */
@NullMarked
package dev.skillpod.core.trend.seasonal;

import org.jspecify.annotations.NullMarked;
