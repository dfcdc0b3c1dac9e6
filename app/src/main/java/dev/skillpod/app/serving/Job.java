package dev.skillpod.app.serving;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch job as it stands. Immutable; each step returns the job after it.
 *
 * @param id what callers ask for
 * @param tenantId whose users it is about
 * @param state where it stands
 * @param done users answered so far, in [0, total]
 * @param total users asked for
 * @param createdAt when it was asked for
 * @param startedAt when work began, or null
 * @param endedAt when it ended, however it ended, or null
 * @param error why it failed, or null
 */
public record Job(
        UUID id,
        String tenantId,
        State state,
        int done,
        int total,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** Where a job stands. The last three are ends: nothing changes after them. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Returns whether the job has ended. */
        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    /** Returns a job that waits for a thread. */
    public static Job queued(UUID id, String tenantId, int total, Instant at) {
        return new Job(id, tenantId, State.QUEUED, 0, total, at, null, null, null);
    }

    /** Returns the job with work begun. */
    public Job started(Instant at) {
        return new Job(id, tenantId, State.RUNNING, done, total, createdAt, at, null, null);
    }

    /** Returns the job with {@code done} users answered. */
    public Job progressed(int done) {
        return new Job(id, tenantId, state, done, total, createdAt, startedAt, endedAt, error);
    }

    /** Returns the job ended in {@code end}, with the reason when it failed. */
    public Job ended(State end, Instant at, @Nullable String error) {
        return new Job(id, tenantId, end, done, total, createdAt, startedAt, at, error);
    }
}
