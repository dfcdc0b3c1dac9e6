/**
 * What a learner can do now: the probability that the next answer is correct, traced from the answers so far.
 *
 * <ol>
 *   <li>A {@link dev.skillpod.core.tracing.ResponseLog} holds the answers of many learners, each in time order. A
 *       {@link dev.skillpod.core.tracing.Question} is what is known before an answer: item, skills, time.
 *   <li>A {@link dev.skillpod.core.tracing.MasteryTracer} fits a {@link dev.skillpod.core.tracing.TracingModel}.
 *   <li>{@code model.newLearner()} is a {@link dev.skillpod.core.tracing.LearnerTrace}: ask it for a question's
 *       probability, tell it the answer, get the trace after it. Only the past can enter, because only the past is told.
 * </ol>
 *
 * <p>The tracer to use is {@link dev.skillpod.core.tracing.stack.StackedTracer}, which also states the mastery of each skill.
 * It is built from {@code ability} (a state-space Rasch model with forgetting) and {@code recurrence} (a linear recurrent
 * network); {@code baseline} holds what it has to beat.
 */
@NullMarked
package dev.skillpod.core.tracing;

import org.jspecify.annotations.NullMarked;
