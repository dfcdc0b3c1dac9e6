package dev.skillpod.core.gap.level;

/**
 * What a learner can do now. A level never falls when the learner adds a skill or says a higher level of any skill.
 */
@FunctionalInterface
public interface CurrentLevels {
    /** Returns the level of a skill; {@link SkillLevel#none} when nothing is known of it. */
    SkillLevel of(String skillId);
}
