/**
 * What answers on some items say about others: a linear recurrent network.
 *
 * <p>Each answer adds a vector, its surprise times what the item and the skill's outcome stand for, to running sums that
 * keep different shares of the past; a question reads the sums through its item's and skill's vectors, and the product is
 * added to the log-odds of the ability model. It is deep knowledge tracing (Piech et al. 2015) with the recurrence made linear,
 * as in linear attention (Katharopoulos et al. 2020): back-propagation through a whole history costs as much as the forward pass,
 * and vectors of rare items stay near zero by their penalty.
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.tracing.recurrence.RecurrentTrainer} learns the vectors, one learner at a time (Adagrad).
 *   <li>{@link dev.skillpod.core.tracing.recurrence.RecurrentState} serves one learner.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.tracing.recurrence;

import org.jspecify.annotations.NullMarked;
