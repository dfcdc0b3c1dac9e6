/**
 * What comes next: models of the order in which items are taken.
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.recommend.candidate.transition.TransitionTrainer} counts which item follows which, a Markov
 *       chain whose step may skip a few places (Garcin et al. 2013 call it a window).
 *   <li>{@link dev.skillpod.core.recommend.candidate.transition.SequenceTrainer} predicts the next item from everything
 *       before it by ridge regression in closed form, as the linear session models of Choi et al. 2021 do ("Session-aware
 *       Linear Item-Item Models for Session-based Recommendation"). Unlike counted transitions it knows which earlier item
 *       explains the next one when several go together.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.transition;

import org.jspecify.annotations.NullMarked;
