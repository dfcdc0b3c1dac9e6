package dev.skillpod.core.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a version; the history only grows.
 *
 * @param at when
 * @param action what
 * @param model the model's name
 * @param version the version concerned, or null when none is
 * @param alias the alias that moved, or null
 * @param previous the version that the alias named before, or null
 * @param by who did it
 * @param reason why, or null
 */
public record ModelEvent(
        Instant at,
        Action action,
        String model,
        @Nullable String version,
        @Nullable ModelAlias alias,
        @Nullable String previous,
        String by,
        @Nullable String reason) {
    /** What can happen. */
    public enum Action {
        /** A version was made known. */
        REGISTERED,
        /** The champion became another version. */
        PROMOTED,
        /** The champion became the one before again. */
        ROLLED_BACK,
        /** Challenger, shadow or the challenger's share were set or taken away. */
        ALIAS_SET,
        /** A version was refused: by the gate, or by a service that could not load it. */
        REFUSED,
        /** The files of a version were deleted. */
        DELETED;

        /** Returns the action as answers and tables write it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
