package dev.skillpod.app.serving;

import java.util.List;
import java.util.Optional;

/** Finds the skills that a free text means. Thread-safe. */
public interface SkillMeaning {
    /** Knows no meanings. */
    SkillMeaning NONE = new SkillMeaning() {
        @Override
        public Optional<String> meant(String text) {
            return Optional.empty();
        }

        @Override
        public List<String> nearest(String text) {
            return List.of();
        }
    };

    /** Returns the id of the skill nearest in meaning, when it is near enough to be meant. */
    Optional<String> meant(String text);

    /** Returns the ids of the three skills nearest in meaning, the nearest first; none where no meaning is known. */
    List<String> nearest(String text);
}
