package dev.skillpod.core.recommend.feature;

/** The columns that the part of a promise which is kept is estimated from: one row per learner, content and skill. */
public enum RiseColumn {
    /** Share of the skill in the content. */
    WEIGHT(0),
    /** Level of the skill. */
    LEVEL(0),
    /** Standard deviation of that level's error. */
    LEVEL_SD(0),
    /** Level minus the level the content begins at. */
    ABOVE_START(0),
    /** Level the content leads to minus the level. */
    ROOM(0),
    /** Mean share of the required level reached over the skill's prerequisites; 1 without any. */
    READINESS(1),
    /** Share of its prerequisite contents that are finished; 1 without any. */
    PREREQUISITES_FINISHED(1),
    /** Log of its minutes. */
    DURATION(1),
    /** Its type, as an ordinal. */
    TYPE(0),
    /** Mean rating. */
    RATING(1),
    /** Completions per start. */
    COMPLETION_RATE(0),
    /** Part of promises that contents the learner finished kept so far. */
    OWN_EFFICIENCY(1);

    private static final RiseColumn[] VALUES = values();
    private final int direction;

    RiseColumn(int direction) {
        this.direction = direction;
    }

    /** Returns 1 where more can only help, else 0. */
    public int direction() {
        return direction;
    }

    /** Returns the length of a row. */
    public static int count() {
        return VALUES.length;
    }
}
