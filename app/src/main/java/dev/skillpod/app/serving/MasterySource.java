package dev.skillpod.app.serving;

import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.Optional;

/** What reads answers to single items now. Implementations are thread-safe. */
@FunctionalInterface
public interface MasterySource {
    /**
     * A model in service.
     *
     * @param model the model
     * @param version the version it is stored under
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}: what it was trained on
     */
    record Tracing(TrainedTracing model, String version, String dataSource) {}

    /** Returns the model; empty when none is trained. */
    Optional<Tracing> tracing();
}
