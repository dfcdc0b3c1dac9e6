package dev.skillpod.app.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers batch jobs and their results. Thread-safe. */
public interface JobLog {
    /** Adds a queued job of a new id, and returns it. */
    Job create(String tenantId, int total, Instant at);

    /**
     * Replaces a job's state, unless it has already ended; of the two counts of users done the larger one stays.
     *
     * @return false, with nothing changed, when the job has ended before or is not known
     */
    boolean update(Job job);

    /**
     * Returns the job of that id.
     *
     * @param tenantId the only tenant whose jobs there are for the one who asks, or null for one who may name any
     */
    Optional<Job> find(@Nullable String tenantId, UUID id);

    /** Adds results; those of positions that the job has already stay as they are. */
    void addResults(Job job, List<JobResult> results);

    /** Returns how many results a job has. */
    int available(Job job);

    /**
     * Returns results ordered by position.
     *
     * @param offset how many to leave out, at least 0
     * @param limit how many at most, at least 1
     */
    List<JobResult> results(Job job, int offset, int limit);

    /**
     * Fails every job that has not ended: called once at start, when nothing can be running.
     *
     * @return how many there were
     */
    int failUnfinished(String reason, Instant at);

    /**
     * One user's result.
     *
     * @param position the place of the user in the request, from 0
     * @param userId the user
     * @param json the answer of {@code generate} for this user, as JSON text
     */
    record JobResult(int position, String userId, String json) {}
}
