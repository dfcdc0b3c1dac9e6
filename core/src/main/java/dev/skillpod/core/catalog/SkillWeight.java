package dev.skillpod.core.catalog;

/**
 * How much of a content is about a skill.
 *
 * @param skillId the skill
 * @param weight the share, in (0, 1]
 */
public record SkillWeight(String skillId, double weight) {}
