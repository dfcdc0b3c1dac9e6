package dev.skillpod.core.gap.analysis;

/**
 * A neighbouring skill that makes a gap smaller: who has PostgreSQL is no beginner in MySQL.
 *
 * @param skillId the neighbour
 * @param skillName its name
 * @param level the learner's level in it, in [0, 100]
 * @param transfer the share of that level that carries over, in [0, 1]
 */
public record AdjacentSkill(String skillId, String skillName, double level, double transfer) {
    /** Returns the level that it lends, in [0, 100]. */
    public double lends() {
        return transfer * level;
    }
}
