/** Forecasting from plain files of series, for {@code ./skillpod forecast} and its evaluation. */
@NullMarked
package dev.skillpod.app.trend;

import org.jspecify.annotations.NullMarked;
