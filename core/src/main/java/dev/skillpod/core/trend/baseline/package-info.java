/**
 * The methods that every other has to beat: the last value, that of a season ago, the straight line from first to last, means of the
 * newest values, and Naive2, the benchmark of the M4 competition.
 */
@NullMarked
package dev.skillpod.core.trend.baseline;

import org.jspecify.annotations.NullMarked;
