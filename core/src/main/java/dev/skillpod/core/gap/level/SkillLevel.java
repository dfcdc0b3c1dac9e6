package dev.skillpod.core.gap.level;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The level of one skill, and where it comes from.
 *
 * @param level the level now, in [0, 100]
 * @param atLastUse the level when the skill was last used, at least {@code level}
 * @param source what it rests on
 * @param lastUsed when the skill was last used, or null when nobody knows
 * @param years years of experience, or null
 */
public record SkillLevel(
        double level,
        double atLastUse,
        Source source,
        @Nullable Instant lastUsed,
        @Nullable Double years) {
    private static final SkillLevel NONE = new SkillLevel(0, 0, Source.NONE, null, null);

    /** What a level rests on. */
    public enum Source {
        /** The request says so. */
        REQUEST,
        /** The stored profile says so. */
        PROFILE,
        /** It was measured. */
        ASSESSMENT,
        /** It follows from answers to single items. */
        ANSWERS,
        /** Contents that teach it were finished. */
        CONTENT,
        /** Nothing is known. */
        NONE
    }

    /** Returns the share of the level that has not faded since the skill was last used, in [0, 1]. */
    public double retention() {
        return atLastUse > 0 ? level / atLastUse : 1;
    }

    /** Returns the level of a skill of which nothing is known: 0. */
    public static SkillLevel none() {
        return NONE;
    }
}
