package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ShadowAgreement;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the shadow what it would have answered, on a thread of its own of the lowest priority, and counts how far it agrees with
 * what was answered. A request never waits for it: what does not fit into the queue is dropped and counted. Thread-safe.
 */
final class ShadowScoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowScoring.class);
    private static final int WAITING = 256;

    private final BlockingQueue<Answered> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Shadow shadow;
    private @Nullable Thread thread;

    private record Answered(RecommendationRequest request, RecommendationList list) {}

    /** A shadow and what was counted of it. */
    private static final class Shadow {
        final String version;
        final Recommender recommender;
        long compared;
        long failed;
        long dropped;
        double overlap;
        double rankCorrelation;
        long correlated;
        double scoreDifference;
        long scored;

        Shadow(String version, Recommender recommender) {
            this.version = version;
            this.recommender = recommender;
        }
    }

    /** Follows another shadow, or none; counting begins anew. */
    synchronized void follow(@Nullable String version, @Nullable Recommender recommender) {
        queue.clear();
        shadow = version == null || recommender == null ? null : new Shadow(version, recommender);
        if (shadow != null && thread == null) {
            Thread started = Thread.ofPlatform()
                    .name("skillpod-shadow")
                    .daemon(true)
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(this::run);
            thread = started;
            started.start();
        }
    }

    /** Shows what was answered; returns at once. */
    void answered(RecommendationRequest request, RecommendationList list) {
        Shadow now = shadow;
        if (now != null && !queue.offer(new Answered(request, list))) {
            synchronized (now) {
                now.dropped++;
            }
        }
    }

    /** Drops what waits of a learner. */
    void forget(LearnerKey learner) {
        queue.removeIf(answered -> answered.request().learner().learner().equals(learner));
    }

    /** Returns how far the shadow agrees, if there is one. */
    Optional<ShadowAgreement> agreement() {
        Shadow now = shadow;
        if (now == null) {
            return Optional.empty();
        }
        synchronized (now) {
            return Optional.of(new ShadowAgreement(
                    now.version,
                    now.compared,
                    now.dropped,
                    now.failed,
                    mean(now.overlap, now.compared),
                    mean(now.rankCorrelation, now.correlated),
                    mean(now.scoreDifference, now.scored)));
        }
    }

    private static @Nullable Double mean(double sum, long count) {
        return count == 0 ? null : sum / count;
    }

    private void run() {
        try {
            while (true) {
                Answered next = queue.take();
                Shadow now = shadow;
                if (now != null) {
                    compare(now, next);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("shadow scoring ends");
        }
    }

    private static void compare(Shadow shadow, Answered answered) {
        if (answered.list().items().isEmpty()) {
            return;
        }
        RecommendationList other;
        try {
            other = shadow.recommender.recommend(answered.request());
        } catch (RuntimeException | Error e) {
            synchronized (shadow) {
                shadow.failed++;
            }
            LOG.debug("the shadow fails", e);
            return;
        }
        count(shadow, answered.list(), other);
    }

    private static void count(Shadow shadow, RecommendationList list, RecommendationList other) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < other.items().size(); i++) {
            places.put(other.items().get(i).content().id(), i);
        }
        List<Integer> shared = new ArrayList<>();
        double difference = 0;
        for (Recommendation item : list.items()) {
            Integer place = places.get(item.content().id());
            if (place != null) {
                shared.add(place);
                difference += Math.abs(item.overall() - other.items().get(place).overall());
            }
        }
        synchronized (shadow) {
            shadow.compared++;
            shadow.overlap += shared.size() / (double) list.items().size();
            if (shared.size() > 1) {
                shadow.rankCorrelation += kendall(shared);
                shadow.correlated++;
            }
            shadow.scoreDifference += difference;
            shadow.scored += shared.size();
        }
    }

    /** Kendall's tau of the order in the one list (by index) with the places in the other; no ties. */
    private static double kendall(List<Integer> places) {
        int agree = 0;
        int pairs = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                agree += places.get(i) < places.get(j) ? 1 : -1;
                pairs++;
            }
        }
        return agree / (double) pairs;
    }

    @Override
    public synchronized void close() {
        shadow = null;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
