package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.Training.Fitted;
import org.jspecify.annotations.Nullable;

/** Keeps a model that was just trained, and decides whether it serves. */
@FunctionalInterface
interface VersionKeeper {
    /**
     * Keeps a new version.
     *
     * @param promote whether it shall serve when nothing speaks against it
     */
    Kept keep(Fitted fitted, boolean promote);

    /**
     * What became of it.
     *
     * @param version its name
     * @param promoted whether it serves from now on
     * @param gateJson what the gate said, as JSON; null when it was not asked
     * @param reason why it does not serve, or null
     */
    record Kept(
            String version,
            boolean promoted,
            @Nullable String gateJson,
            @Nullable String reason) {}
}
