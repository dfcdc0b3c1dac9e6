package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.RecommendationRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * The latest requests, on which a new version is tried before it serves. Kept in memory only, with the histories of their
 * learners: so none longer than an hour, and none of a learner who is to be forgotten. Thread-safe, never blocks.
 */
final class RecentRequests {
    private static final int KEPT = 32;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final InstantSource clock;
    private final AtomicReferenceArray<Kept> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong next = new AtomicLong();

    private record Kept(RecommendationRequest request, Instant since) {}

    RecentRequests(InstantSource clock) {
        this.clock = clock;
    }

    void add(RecommendationRequest request) {
        ring.lazySet((int) (next.getAndIncrement() % KEPT), new Kept(request, clock.instant()));
    }

    /** Drops what is too old and returns the requests that are kept now, in no order. */
    List<RecommendationRequest> sample() {
        Instant oldest = clock.instant().minus(LONGEST);
        drop(kept -> kept.since().isBefore(oldest));
        var sample = new ArrayList<RecommendationRequest>();
        for (int i = 0; i < KEPT; i++) {
            Kept kept = ring.get(i);
            if (kept != null) {
                sample.add(kept.request());
            }
        }
        return sample;
    }

    /** Drops the requests of a learner. One that is being answered just now may still come; it goes with its age. */
    void forget(LearnerKey learner) {
        drop(kept -> kept.request().learner().learner().equals(learner));
    }

    private void drop(Predicate<Kept> unwanted) {
        for (int i = 0; i < KEPT; i++) {
            Kept kept = ring.get(i);
            if (kept != null && unwanted.test(kept)) {
                ring.compareAndSet(i, kept, null); // a newer one in its place stays
            }
        }
    }
}
