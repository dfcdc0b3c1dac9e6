/**
 * The Theta method and its optimised form: a level that is smoothed exponentially plus a part of the linear trend.
 *
 * <p>Given the smoothing weight, everything else in these models enters linearly. So {@link dev.skillpod.core.trend.theta.Theta} and {@link
 * dev.skillpod.core.trend.theta.DynamicOptimisedTheta} solve for it exactly, in one pass over the series, and only the weight is searched
 * for. Both take seasons out first.
 */
@NullMarked
package dev.skillpod.core.trend.theta;

import org.jspecify.annotations.NullMarked;
