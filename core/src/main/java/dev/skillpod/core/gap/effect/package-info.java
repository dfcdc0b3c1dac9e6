/**
 * What a skill does for an application, rather than what goes along with having it.
 *
 * <p>{@link dev.skillpod.core.gap.effect.EffectFitting} takes the rows of {@link dev.skillpod.core.gap.outcome}, fits the
 * outcome without the learners it is applied to ({@code OutcomeNuisance}), corrects each effect by the errors that are left,
 * weighed by what tells of that skill beside everything else that is known ({@code RieszRepresenter}), and draws the effects of
 * all skills together. What comes out is {@link dev.skillpod.core.gap.effect.SkillEffects}: effect, error, and how many
 * learners with which levels it rests on.
 */
@NullMarked
package dev.skillpod.core.gap.effect;

import org.jspecify.annotations.NullMarked;
