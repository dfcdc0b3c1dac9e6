/**
 * Choosing by validation inside the log: hyperparameters of each method, and the weights of a blend of them.
 *
 * <p>One item of each of many users is held out, the last one where the order means something, else a random one
 * ({@link dev.skillpod.core.recommend.log.selection.Validation}). Each method's settings are searched on the rest
 * ({@link dev.skillpod.core.recommend.log.selection.MethodTuning}), then the weights of a blend
 * ({@link dev.skillpod.core.recommend.log.selection.BlendSearch}), then trees that rank its first items, and what wins on users
 * kept for deciding ({@code BestFitting}) is fitted again to everything
 * ({@link dev.skillpod.core.recommend.log.selection.MethodFitting}). The measure is NDCG@10 of the held-out item.
 */
@NullMarked
package dev.skillpod.core.recommend.log.selection;

import org.jspecify.annotations.NullMarked;
