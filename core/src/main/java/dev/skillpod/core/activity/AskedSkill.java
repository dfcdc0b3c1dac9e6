package dev.skillpod.core.activity;

import org.jspecify.annotations.Nullable;

/**
 * A skill that a job asks for.
 *
 * @param skillId the skill
 * @param level the level asked for, in [0, 100], or null when the posting names none
 */
public record AskedSkill(String skillId, @Nullable Integer level) {}
