package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;

/**
 * What is kept of learners in memory: their answers, and their latest requests. Nothing has to be told when a
 * learner's events or profile change, because answers are kept under everything they depend on; only who must be forgotten has to be named. Thread-safe.
 */
@FunctionalInterface
public interface LearnerCaches {
    /** Drops everything that is kept of a learner: here at once, in Redis as soon as it answers. Never throws. */
    void evict(LearnerKey learner);
}
