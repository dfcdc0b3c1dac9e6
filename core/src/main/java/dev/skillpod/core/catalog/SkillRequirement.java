package dev.skillpod.core.catalog;

/**
 * What a role asks of one skill.
 *
 * @param skillId the skill
 * @param requiredLevel the level asked for, in [0, 100]
 * @param importance how much it matters to the role, in [0, 1]
 */
public record SkillRequirement(String skillId, int requiredLevel, double importance) {}
