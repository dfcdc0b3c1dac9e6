package dev.skillpod.core.gap.requirement;

/**
 * A skill that a request names as a target.
 *
 * @param skillId the skill
 * @param skillName what the caller calls it
 * @param requiredLevel the level to reach, in [0, 100]
 */
public record TargetSkill(String skillId, String skillName, int requiredLevel) {}
