package dev.skillpod.app.serving;

/** What is kept of learners outside the database. Thread-safe. */
@FunctionalInterface
public interface LearnerCaches {
    /** Forgets all that was computed for or from a learner, in every cache, before it returns. */
    void evict(String tenantId, String userId);
}
