/**
 * Mastery tracing on the log of events: {@link dev.skillpod.core.tracing.training.TracingTrainer} collects the answers of all
 * learners, fits the stacked tracer and the scale of levels, and measures both on learners set apart; {@link
 * dev.skillpod.core.tracing.training.TrainedTracing} is what is stored and served.
 */
@NullMarked
package dev.skillpod.core.tracing.training;

import org.jspecify.annotations.NullMarked;
