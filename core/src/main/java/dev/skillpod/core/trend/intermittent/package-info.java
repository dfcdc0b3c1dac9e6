/**
 * Forecasting of intermittent series: demand that is 0 at most steps and then comes at once.
 *
 * <p>Both methods smooth the size of a demand apart from how often one comes: {@link
 * dev.skillpod.core.trend.intermittent.CrostonSba} the interval between demands, {@link dev.skillpod.core.trend.intermittent.Tsb} the
 * probability of one, which also fades while nothing comes. They answer with one value for all steps: the mean demand per step.
 */
@NullMarked
package dev.skillpod.core.trend.intermittent;

import org.jspecify.annotations.NullMarked;
