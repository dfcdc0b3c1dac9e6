package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The learning paths that were planned. Thread-safe. */
public interface PathLog {
    /**
     * A learning path as it was planned last.
     *
     * @param id the path, unique within the tenant
     * @param learner whose it is
     * @param version 1 for the first plan, then one more each time
     * @param policy what planned it
     * @param modelVersion of the models it was planned with
     * @param document request and plan, as JSON
     * @param createdAt when it was planned first
     * @param updatedAt when it was planned last
     */
    record PlannedPath(
            UUID id,
            LearnerKey learner,
            int version,
            String policy,
            String modelVersion,
            String document,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * Adds a path.
     *
     * @return false when it is not kept, because the learner was erased since it was created
     */
    boolean add(PlannedPath path);

    /** Returns a tenant's path of that id. */
    Optional<PlannedPath> find(String tenantId, UUID id);

    /**
     * Replaces the version before a path by it.
     *
     * @return false when the stored version is not the one before: somebody else was faster, or the path is gone
     */
    boolean replace(PlannedPath path);
}
