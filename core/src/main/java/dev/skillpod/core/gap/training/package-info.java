/**
 * From log and postings to a {@link dev.skillpod.core.gap.value.GapValuer}: {@link
 * dev.skillpod.core.gap.training.GapTrainer} reads the log, fits levels, stages of applications, effects of skills and pay, in
 * that order; {@link dev.skillpod.core.gap.training.TrainedGapModels} keeps the result independent of a catalogue snapshot, and
 * binds it to the one served.
 *
 * <p>Outcomes and pay rest on different rows: each may be missing. Where both are, training is refused with {@link
 * dev.skillpod.core.gap.training.TooFewApplicationsException}.
 */
@NullMarked
package dev.skillpod.core.gap.training;

import org.jspecify.annotations.NullMarked;
