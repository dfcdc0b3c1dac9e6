/**
 * Methods that learn from a whole batch of series how each of them goes on.
 *
 * <p>A series of fifty values says little about itself; a thousand of them say much about each other (Montero-Manso and Hyndman 2021,
 * Principles and algorithms for forecasting groups of time series). {@link dev.skillpod.core.trend.pooled.Windows} cuts all series into
 * pairs of past and future and brings them to one scale; {@link dev.skillpod.core.trend.pooled.PooledRegression} and {@link
 * dev.skillpod.core.trend.pooled.PooledTrees} learn the future from the past, one model per step ahead, by absolute errors.
 */
@NullMarked
package dev.skillpod.core.trend.pooled;

import org.jspecify.annotations.NullMarked;
