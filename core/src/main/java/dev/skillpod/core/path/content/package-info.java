/**
 * Learning paths over the contents of a catalogue: which contents, in which order, for one learner with a goal, a number of hours and
 * a deadline.
 *
 * <p>The steps, in the order of a request:
 *
 * <ol>
 *   <li>{@code Goal}: what is required becomes one number, the attainment.
 *   <li>{@code LearnerDraws}: who the learner may be; {@code RiseForecast}: what finishing a content adds, by the model that the
 *       recommender ranks with. Together they are the learner model; {@code PathState} is a learner on the way.
 *   <li>{@code CandidateSelection}: the contents worth a thought. {@code PathProblem} holds all of this together.
 *   <li>{@code Baselines}: in the order of prerequisites, and greedy; {@code Construction} with {@code BridgeSearch}: greedy with a
 *       look ahead over prerequisites; {@code RuinAndRecreate}: improvement of the best.
 *   <li>{@link dev.skillpod.core.path.content.ContentPathPlanner} judges all of them on the same draws and returns the best as a {@link
 *       dev.skillpod.core.path.content.ContentPath}, which {@code PathDescription} and {@code StepFacts} explain.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.path.content;

import org.jspecify.annotations.NullMarked;
