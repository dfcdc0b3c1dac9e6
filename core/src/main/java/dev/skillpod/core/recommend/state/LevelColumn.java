package dev.skillpod.core.recommend.state;

/** The columns of a row that a level is estimated from before anything was measured. NaN stands for "not told". */
public enum LevelColumn {
    /** Level the learner claims; NaN where none is claimed. */
    CLAIM,
    /** Years of use the learner claims; NaN where none are. */
    YEARS,
    /** How many skills the learner claims. */
    CLAIMS,
    /** Mean of all claims; NaN without any. */
    MEAN_CLAIM,
    /** Overall experience, as an ordinal; NaN when unsaid. */
    EXPERIENCE,
    /** Level the target role asks for; 0 where it asks for none. */
    ROLE_LEVEL,
    /** Importance for the target role, in [0, 1]. */
    ROLE_IMPORTANCE,
    /** Mean claim per level asked for over the target role's skills, unclaimed ones as 0; NaN without a role. */
    ROLE_REACHED,
    /** Level that the role which the claims resemble most asks for; 0 where it asks for none. */
    BACKGROUND_LEVEL,
    /** Mean claim per level asked for over that role's claimed skills; NaN without claims. */
    BACKGROUND_REACHED,
    /** Cosine of the claims and that role's levels, in [0, 1]. */
    BACKGROUND_SIMILARITY,
    /** Highest level that claimed skills imply because they build on this one; 0 when none does. */
    IMPLIED,
    /** How many claimed skills build on this one. */
    DEPENDENTS,
    /** Mean share of the level asked for that is claimed over the skills this one builds on; NaN without any. */
    PREREQUISITES,
    /** Mean claim over its nearest skills by meaning, unclaimed ones as 0. */
    NEIGHBOURS;

    private static final int COUNT = values().length;

    /** Returns the length of a row. */
    public static int count() {
        return COUNT;
    }
}
