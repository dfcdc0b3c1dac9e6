/**
 * The tracer to use: boosted trees over two learner models and plain counts.
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.tracing.stack.BaseModels} are the ability model, the recurrent network and
 *       {@link dev.skillpod.core.tracing.stack.ResponseStatistics}, all fitted to the same learners.
 *   <li>{@link dev.skillpod.core.tracing.stack.StackState} follows one learner through them and writes one row of
 *       {@link dev.skillpod.core.tracing.stack.StackFeature} per question, before the answer. Training and serving share it.
 *   <li>{@link dev.skillpod.core.tracing.stack.StackedTracer} cuts the learners into folds: the rows that trees learn from
 *       are made by base models that did not see the learner (stacked generalisation, Wolpert 1992), so they are what they
 *       will be for new learners.
 *   <li>{@link dev.skillpod.core.tracing.stack.StackedModel} serves by our own tree evaluator. Without a
 *       {@link dev.skillpod.core.tree.TreeTrainer} the network's probability is the answer.
 * </ol>
 *
 * <p>{@link dev.skillpod.core.tracing.stack.Mastery}, what a learner can do in a skill, comes from the ability model alone:
 * there a correct answer never lowers it.
 */
@NullMarked
package dev.skillpod.core.tracing.stack;

import org.jspecify.annotations.NullMarked;
