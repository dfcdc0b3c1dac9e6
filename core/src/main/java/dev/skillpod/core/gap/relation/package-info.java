/**
 * Which skills carry over to which: someone with PostgreSQL is no beginner in MySQL.
 *
 * <p>{@link dev.skillpod.core.gap.relation.SkillRelations} looks for substitutes, not for company. Docker and SQL are asked for
 * by the same jobs, and knowing one says little about the other; AWS and Azure hardly ever occur together, and are alike.
 * So occurring together counts for nothing here. What counts is a like name and description
 * ({@code SkillMeaning}), company alike ({@code SkillContexts}), like prerequisites ({@code PrerequisiteLikeness}), and the
 * same area. Beside that, who has come far in a skill must have some of its prerequisites.
 */
@NullMarked
package dev.skillpod.core.gap.relation;

import org.jspecify.annotations.NullMarked;
