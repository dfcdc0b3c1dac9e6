package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.UUID;

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
public record StoredPath(
        UUID id,
        LearnerKey learner,
        int version,
        String policy,
        String modelVersion,
        String document,
        Instant createdAt,
        Instant updatedAt) {}
