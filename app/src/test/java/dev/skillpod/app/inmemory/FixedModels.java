package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.core.model.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One loaded model, and what else it is told to load; can be told not to be ready. */
public final class FixedModels implements ModelStatus {
    private static final Provenance PROVENANCE = new Provenance(
            "als",
            Instant.parse("2026-01-02T00:00:00Z"),
            42,
            Instant.parse("2025-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:00Z"),
            "synthetic",
            Map.of("engagements", 1000L),
            Map.of("factors", "64"),
            Map.of("ndcg@10", 0.31));

    private volatile String notReady;
    private volatile List<Role> beside = List.of();

    /** Says why it is not ready; null when it is. */
    public void setNotReady(String reason) {
        notReady = reason;
    }

    /** Loads versions that do something else than answer as the champion. */
    public void setBeside(Role... roles) {
        beside = List.of(roles);
    }

    @Override
    public List<Role> roles() {
        return Stream.concat(ModelStatus.super.roles().stream(), beside.stream())
                .toList();
    }

    @Override
    public List<LoadedModel> loaded() {
        return List.of(new LoadedModel("als", "als-1", PROVENANCE));
    }

    @Override
    public Optional<String> notReady() {
        return Optional.ofNullable(notReady);
    }
}
