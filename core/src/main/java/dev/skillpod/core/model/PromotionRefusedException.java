package dev.skillpod.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version may not become the champion: the gate refused it, or was not asked. */
public final class PromotionRefusedException extends RuntimeException {
    private final transient @Nullable GateVerdict verdict;

    /** Says why. */
    public PromotionRefusedException(String model, String version, @Nullable GateVerdict verdict, String why) {
        super("model " + model + " version " + version + " is not promoted: " + why);
        this.verdict = verdict;
    }

    /** Returns the verdict that refused it, if there is one. */
    public Optional<GateVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }
}
