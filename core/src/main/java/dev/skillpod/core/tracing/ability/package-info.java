/**
 * How able is the learner: a Rasch model whose abilities move, filtered answer by answer.
 *
 * <p>The log-odds of a correct answer are {@code easiness(item) + general + mood + mean of the asked skills' abilities}. A
 * learner's abilities start at zero with a prior variance, and each answer moves them by an extended Kalman step (Rasch 1960;
 * Glickman 1999, whose rating deviation is the variance here; Ekanadham and Karklin 2017 trace learners so). The general
 * ability wanders slowly, the mood is forgotten within a few answers, and a skill's ability returns to its prior with a
 * half-life ({@link dev.skillpod.core.tracing.ability.Forgetting}; Settles and Meeder 2016).
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.tracing.ability.DifficultyFitting} alternates between filtering all learners and moving the
 *       items' easiness, which is shrunk to its skills' and those to the overall one.
 *   <li>{@link dev.skillpod.core.tracing.ability.ForgettingFitting} finds half-lives by how well answers after gaps are foretold.
 *   <li>{@link dev.skillpod.core.tracing.ability.AbilityState} serves one learner.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.tracing.ability;

import org.jspecify.annotations.NullMarked;
