package dev.skillpod.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background.
 *
 * @param tenantId the tenant that asked for it
 * @param id identifier, unique within the tenant
 * @param kind what is done, such as {@code batch-recommendations}
 * @param state where it stands
 * @param done units done, at least 0
 * @param total units in all, or 0 when unknown
 * @param cancelRequested whether somebody asked to stop
 * @param request what was asked for, as JSON, or null
 * @param result what came out, as JSON, or null
 * @param error why it failed, or null
 * @param createdAt when it was asked for
 * @param startedAt when it began, or null
 * @param finishedAt when it ended, or null
 */
public record Job(
        String tenantId,
        UUID id,
        String kind,
        JobState state,
        long done,
        long total,
        boolean cancelRequested,
        @Nullable String request,
        @Nullable String result,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
