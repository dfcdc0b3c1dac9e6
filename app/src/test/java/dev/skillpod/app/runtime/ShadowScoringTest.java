package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.serving.ShadowAgreement;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.RecommendationType;
import dev.skillpod.core.recommend.Recommender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShadowScoringTest {
    private final ShadowScoring scoring = new ShadowScoring();

    @AfterEach
    void close() {
        scoring.close();
    }

    private static RecommendationRequest request() {
        return request("u");
    }

    private static RecommendationRequest request(String user) {
        var nobody = LearnerHistory.of(new LearnerKey("t", user), LearnerProfile.empty());
        return new RecommendationRequest(nobody, List.of(), 10, Set.of(), 0, false, Instant.EPOCH);
    }

    private static RecommendationList list(double score, String... ids) {
        var items = new ArrayList<Recommendation>();
        for (String id : ids) {
            var content = new Content(
                    id, ContentType.COURSE, id, null, null, null, List.of(), 0, 50, 60, List.of(), DataSource.REAL);
            items.add(new Recommendation(
                    content,
                    score,
                    0,
                    0,
                    score,
                    score,
                    RecommendationType.QUICK_WIN,
                    List.of(),
                    List.of(),
                    1,
                    false,
                    null,
                    List.of()));
        }
        return new RecommendationList(
                UUID.randomUUID(), items, GenerationMethod.HYBRID, "v", "real", "ranked", List.of());
    }

    private ShadowAgreement await(Predicate<ShadowAgreement> condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            Optional<ShadowAgreement> now = scoring.agreement();
            if (now.isPresent() && condition.test(now.get())) {
                return now.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("not so: " + scoring.agreement());
    }

    @Test
    void withoutAShadowNothingIsCounted() {
        scoring.answered(request(), list(0.5, "a"));

        assertThat(scoring.agreement()).isEmpty();
    }

    /** Of a, b, c, d it shows d, b, a: three of four; of the pairs of those, none is in the order a, b, d. */
    @Test
    void agreementIsOfContentsOrderAndScores() {
        scoring.follow("v2", request -> list(0.7, "d", "b", "a", "x"));

        scoring.answered(request(), list(0.5, "a", "b", "c", "d"));

        ShadowAgreement agreement = await(a -> a.compared() == 1);
        assertThat(agreement.version()).isEqualTo("v2");
        assertThat(agreement.overlap()).isEqualTo(0.75);
        assertThat(agreement.rankCorrelation()).isEqualTo(-1);
        assertThat(agreement.scoreDifference()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aShadowThatFailsIsCountedAndDisturbsNobody() {
        scoring.follow("v2", request -> {
            throw new IllegalStateException("broken");
        });

        scoring.answered(request(), list(0.5, "a"));

        assertThat(await(a -> a.failed() == 1).compared()).isZero();
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsDroppedAndCountedAtOnce() {
        var blocked = new CountDownLatch(1);
        scoring.follow("v2", request -> {
            try {
                blocked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return list(0.5, "a");
        });

        for (int i = 0; i < 400; i++) {
            scoring.answered(request(), list(0.5, "a"));
        }

        // 256 wait and one is being asked about, or is about to be
        assertThat(await(a -> a.dropped() > 0).dropped()).isBetween(400L - 257, 400L - 256);
        blocked.countDown();
    }

    @Test
    void whoeverIsForgottenIsNotAskedOfTheShadowAnyMore() throws InterruptedException {
        var busy = new CountDownLatch(1);
        var blocked = new CountDownLatch(1);
        scoring.follow("v2", request -> {
            busy.countDown();
            try {
                blocked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(request.learner().learner().userId()).isNotEqualTo("anna");
            return list(0.5, "a");
        });
        scoring.answered(request(), list(0.5, "a"));
        busy.await();
        for (String user : List.of("anna", "ben", "anna")) {
            scoring.answered(request(user), list(0.5, "a"));
        }

        scoring.forget(new LearnerKey("t", "anna"));
        blocked.countDown();

        assertThat(await(a -> a.compared() + a.failed() == 2).compared()).isEqualTo(2);
        scoring.answered(request("carl"), list(0.5, "a")); // whatever else waited would come before this one
        assertThat(await(a -> a.compared() == 3).failed()).isZero();
    }

    @Test
    void aTrialRefusesWhatFailsWhatIsNotANumberAndSilence() {
        Recommender good = request -> list(0.5, "a");
        List<RecommendationRequest> requests = List.of(request(), request(), request());

        SwapTrial.of(good, Optional.of(good), requests);
        SwapTrial.of(request -> list(0.5), Optional.empty(), requests);
        assertThatThrownBy(() -> SwapTrial.of(request -> list(Double.NaN, "a"), Optional.of(good), requests))
                .hasMessageContaining("not in [0, 1]");
        assertThatThrownBy(() -> SwapTrial.of(request -> list(0.5), Optional.of(good), requests))
                .hasMessageContaining("3 of 3 recent requests with an empty list");
        assertThatThrownBy(() -> SwapTrial.of(
                        request -> {
                            throw new IllegalArgumentException("other columns");
                        },
                        Optional.of(good),
                        requests))
                .hasMessageContaining("other columns");
    }
}
