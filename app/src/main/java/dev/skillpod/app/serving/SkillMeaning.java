package dev.skillpod.app.serving;

import java.util.Optional;

/** Finds the skill that a free text means. Thread-safe. */
@FunctionalInterface
public interface SkillMeaning {
    /** Knows no meanings. */
    SkillMeaning NONE = text -> Optional.empty();

    /** Returns the id of the skill nearest in meaning, when it is near enough to be meant. */
    Optional<String> nearest(String text);
}
