/**
 * Training with native LightGBM, behind core's port {@link dev.skillpod.core.tree.TreeTrainer}.
 *
 * <p>This is the only place where LightGBM's native code runs, and it only ever sees tables that this process made. The
 * result is a model text; serving reads it with {@link dev.skillpod.core.tree.TreeEnsemble}, without native code. {@code
 * Parameters} writes the configuration in LightGBM's words, {@code NativeTable} owns the native copy of a table, {@code
 * BestRound} decides when to stop.
 */
@NullMarked
package dev.skillpod.lightgbm;

import org.jspecify.annotations.NullMarked;
