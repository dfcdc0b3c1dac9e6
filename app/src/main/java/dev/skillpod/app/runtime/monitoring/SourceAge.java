package dev.skillpod.app.runtime.monitoring;

import dev.skillpod.app.serving.ModelHealth.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a source is fresh. Activity of learners comes every day, so a week without any is stale; postings may take two weeks;
 * demand comes by the month, some weeks after its end.
 */
final class SourceAge {
    private static final Duration ACTIVITY = Duration.ofDays(7);
    private static final Map<String, Duration> OTHERS =
            Map.of("postings", Duration.ofDays(14), "demand", Duration.ofDays(45));

    private SourceAge() {}

    static Freshness of(String source, Optional<Instant> newest, Instant now) {
        if (newest.isEmpty()) {
            return new Freshness(source, null, null, "empty");
        }
        Duration age = Duration.between(newest.get(), now);
        boolean fresh = age.compareTo(OTHERS.getOrDefault(source, ACTIVITY)) <= 0;
        return new Freshness(source, newest.get(), Math.max(0, age.toSeconds()), fresh ? "fresh" : "stale");
    }
}
