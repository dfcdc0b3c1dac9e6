/**
 * The forecaster to use: many methods, weighed by how they did.
 *
 * <p>{@link dev.skillpod.core.trend.ensemble.TrendEnsemble} lets every method of {@link dev.skillpod.core.trend.ensemble.Members} forecast each series
 * twice: from its beginning, where the continuation is known (the back-test), and from all of it. The back-test of the whole batch moves the weights of
 * the methods away from their defaults ({@link dev.skillpod.core.trend.ensemble.Weights}) and says how wide intervals must be ({@link
 * dev.skillpod.core.trend.ensemble.Conformal}); that of one series is reported as its accuracy.
 */
@NullMarked
package dev.skillpod.core.trend.ensemble;

import org.jspecify.annotations.NullMarked;
