/**
 * Planning over what may be true of a learner.
 *
 * <p>The abilities are hidden, but answers tell of them. {@link dev.skillpod.core.path.belief.StatePrior} says how abilities are
 * spread over learners before anything is seen; {@link dev.skillpod.core.path.belief.ParticleBelief} is a sample of the abilities
 * that agree with everything one learner did and answered; {@link dev.skillpod.core.path.belief.BeliefSearch} looks ahead over such
 * a sample: actions are chosen, answers split the sample, and positions at the end of the look-ahead are valued by a {@link
 * dev.skillpod.core.path.belief.BeliefValue}. {@link dev.skillpod.core.path.belief.BeliefPolicy} puts them together: observe, update
 * the belief, search, act.
 *
 * <p>A particle is {@code items + 2} numbers: the abilities, the worth of one more item of the goal (1 / what was missing at the start),
 * and the goal's items answered at the start. Particles lie one after another in one array.
 */
@NullMarked
package dev.skillpod.core.path.belief;

import org.jspecify.annotations.NullMarked;
