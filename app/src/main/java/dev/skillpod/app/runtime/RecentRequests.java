package dev.skillpod.app.runtime;

import dev.skillpod.core.recommend.RecommendationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The latest requests, on which a new version is tried before it serves. Kept in memory only. Thread-safe, never blocks. */
final class RecentRequests {
    private static final int KEPT = 32;

    private final AtomicReferenceArray<RecommendationRequest> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong next = new AtomicLong();

    void add(RecommendationRequest request) {
        ring.lazySet((int) (next.getAndIncrement() % KEPT), request);
    }

    /** Returns the requests that are kept now, in no order. */
    List<RecommendationRequest> sample() {
        var sample = new ArrayList<RecommendationRequest>();
        for (int i = 0; i < KEPT; i++) {
            RecommendationRequest request = ring.get(i);
            if (request != null) {
                sample.add(request);
            }
        }
        return sample;
    }
}
