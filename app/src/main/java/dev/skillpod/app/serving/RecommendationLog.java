package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.RecommendationList;
import java.time.Instant;

/**
 * Keeps the lists that were answered, so that events can refer to them by their recommendation id. Thread-safe; called
 * on the request's thread, so an implementation that writes to a database queues.
 */
@FunctionalInterface
public interface RecommendationLog {
    /** Keeps a list. Must not throw when the store is away: an answer is worth more than its record. */
    void keep(LearnerKey learner, RecommendationList list, Instant answeredAt);
}
