package dev.skillpod.core.model;

import java.util.Locale;
import java.util.Optional;

/** A movable name for one version of a model. */
public enum ModelAlias {
    /** The version that answers. */
    CHAMPION,
    /** A version that answers a share of the learners. */
    CHALLENGER,
    /** A version that is asked in the background and answers nobody. */
    SHADOW;

    /** Returns the alias as requests, answers and tables write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the alias of that wire name. */
    public static Optional<ModelAlias> of(String wireName) {
        for (ModelAlias alias : values()) {
            if (alias.wireName().equals(wireName)) {
                return Optional.of(alias);
            }
        }
        return Optional.empty();
    }
}
