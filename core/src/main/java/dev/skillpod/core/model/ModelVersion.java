package dev.skillpod.core.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model as the registry knows it. It never changes; only what is said about it does.
 *
 * @param model the model's name
 * @param version its name: UTC time and a fingerprint of its content
 * @param provenance where it comes from
 * @param registeredAt when it was registered
 * @param registeredBy who did: a command, a job, a key
 * @param verdict the gate's newest verdict, or null
 */
public record ModelVersion(
        String model,
        String version,
        Provenance provenance,
        Instant registeredAt,
        String registeredBy,
        @Nullable GateVerdict verdict) {
    /** Returns the gate's newest verdict, if it was judged. */
    public Optional<GateVerdict> gate() {
        return Optional.ofNullable(verdict);
    }
}
