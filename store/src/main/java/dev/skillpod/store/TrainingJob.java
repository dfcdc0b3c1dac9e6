package dev.skillpod.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training as it stands.
 *
 * @param id what callers ask for
 * @param order what it was asked to do
 * @param state where it stands
 * @param stagesJson the stages begun so far, a JSON array
 * @param resultsJson the models done so far, a JSON array
 * @param error why it failed, or null
 * @param cancelRequested whether it was asked to stop
 * @param createdAt when it was asked for
 * @param startedAt when its process began, or null
 * @param finishedAt when it ended, however it ended, or null
 */
public record TrainingJob(
        UUID id,
        TrainingOrder order,
        JobState state,
        String stagesJson,
        String resultsJson,
        @Nullable String error,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
