package dev.skillpod.core.catalog;

/**
 * A skill that should be known before another one is started.
 *
 * @param skillId the skill that has the prerequisite
 * @param requiresSkillId the skill that comes first
 * @param requiredLevel the level of the first skill, in [0, 100], from which on the other can be started with profit
 */
public record Prerequisite(String skillId, String requiresSkillId, int requiredLevel) {}
