/**
 * Which skills a role requires, beyond those that somebody wrote down.
 *
 * <p>From the bottom up:
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.gap.role.RoleTable} is what is known: who requires what, and {@link
 *       dev.skillpod.core.gap.role.RoleView views} of the roles, such as the meaning of their texts.
 *   <li>{@link dev.skillpod.core.gap.role.RoleEase} scores every skill for a role in closed form, from the skills it has, from
 *       its views, or from both.
 *   <li>{@link dev.skillpod.core.gap.role.RoleSkillModel} is what serving asks: built from a catalogue in moments, it says for a
 *       role, or for a text that means none, which skills are probably required, how probably, and at which level.
 *   <li>{@link dev.skillpod.core.gap.role.RoleSkillRanker} reorders the best by trees trained on hidden requirements; worth its
 *       training where there are hundreds of roles.
 * </ol>
 *
 * <p>Everything that is fitted to hidden requirements hides them from all features first.
 */
@NullMarked
package dev.skillpod.core.gap.role;

import org.jspecify.annotations.NullMarked;
