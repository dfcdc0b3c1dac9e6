package dev.skillpod.core.activity;

import org.jspecify.annotations.Nullable;

/**
 * What a learner says of one skill.
 *
 * @param skillId the skill
 * @param level the level, in [0, 100]
 * @param yearsExperience years of use, at least 0, or null
 */
public record LearnerSkill(
        String skillId, int level, @Nullable Double yearsExperience) {}
