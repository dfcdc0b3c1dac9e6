package dev.skillpod.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The wish that an alias name a version.
 *
 * @param model the model's name
 * @param version the version
 * @param alias the alias
 * @param force true to make it champion although the gate did not let it pass; kept in the history
 * @param by who wishes it
 * @param reason why, or null
 */
public record Promotion(
        String model,
        String version,
        ModelAlias alias,
        boolean force,
        String by,
        @Nullable String reason) {
    /** Makes a version the champion, if the gate let it pass. */
    public static Promotion champion(String model, String version, String by, @Nullable String reason) {
        return new Promotion(model, version, ModelAlias.CHAMPION, false, by, reason);
    }

    /** Returns this, past the gate. */
    public Promotion forced() {
        return new Promotion(model, version, alias, true, by, reason);
    }
}
