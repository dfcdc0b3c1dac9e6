/**
 * Where the demand for skills is going: one skill in full, some side by side, and those that move most. Answers are read from the
 * store, where {@code app.runtime.ForecastRefresh} puts them; nothing is forecast while a request waits.
 */
@NullMarked
package dev.skillpod.app.http.trend;

import org.jspecify.annotations.NullMarked;
