package dev.skillpod.core.recommend;

/**
 * A gap the caller already knows of and asks to have filled.
 *
 * @param skillId the skill
 * @param gapScore how large the gap is, in [0, 100]
 */
public record SkillGap(String skillId, double gapScore) {}
