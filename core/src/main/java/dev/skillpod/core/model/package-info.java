/**
 * What every trained model has in common: it comes out of a {@link dev.skillpod.core.model.TrainingRun} and can say
 * where it comes from ({@link dev.skillpod.core.model.Provenance}).
 *
 * <p>Fitting returns a new, immutable and thread-safe model, so that "not fitted" cannot be said.
 */
@NullMarked
package dev.skillpod.core.model;

import org.jspecify.annotations.NullMarked;
