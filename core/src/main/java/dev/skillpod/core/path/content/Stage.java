package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Proficiency;

/** The platform's words for levels: BEGINNER below 40, INTERMEDIATE from 40, ADVANCED from 65, EXPERT from 85. */
public final class Stage {
    private static final double INTERMEDIATE = 40;
    private static final double ADVANCED = 65;
    private static final double EXPERT = 85;

    private Stage() {}

    /** Returns the word for a level in [0, 100]. */
    public static Proficiency of(double level) {
        if (level >= EXPERT) {
            return Proficiency.EXPERT;
        }
        if (level >= ADVANCED) {
            return Proficiency.ADVANCED;
        }
        return level >= INTERMEDIATE ? Proficiency.INTERMEDIATE : Proficiency.BEGINNER;
    }
}
