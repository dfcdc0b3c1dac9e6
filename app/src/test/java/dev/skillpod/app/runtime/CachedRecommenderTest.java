package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leads to another list and what does not. Lists themselves are compared end to end. */
class CachedRecommenderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final LearnerKey ANNA = new LearnerKey("t", "anna");

    private final TwoLevelCache cache = TwoLevelCache.local(Duration.ofHours(1), 1 << 20);
    private final CachedRecommender recommender = recommender("state 1");

    private CachedRecommender recommender(String state) {
        var catalog = new Catalog(
                List.of(new Skill("sql", "SQL", "Area", List.of(), "", DataSource.REAL)),
                List.of(),
                List.of(),
                List.of());
        var index = new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new CountingEmbedder("m")));
        var demand = new DemandTimeline(List.of(), catalog).at(NOW);
        return new CachedRecommender(
                new ContentRecommender(index, ContentStatistics.none(0), demand, null),
                catalog,
                state,
                cache,
                kept -> {});
    }

    private static RecommendationRequest request(
            LearnerKey learner, List<Engagement> events, int length, Instant asOf) {
        var history = new LearnerHistory(learner, LearnerProfile.empty(), events, List.of(), List.of(), List.of());
        return new RecommendationRequest(
                history, List.of(), length, Set.of(ContentType.VIDEO, ContentType.QUIZ), 0, false, asOf);
    }

    private static Engagement seen(String id, Instant at) {
        return new Engagement(id, ANNA, at, EngagementType.VIEW, "c", null, null, null, null, null);
    }

    private long misses() {
        return cache.figures().isEmpty() ? 0 : cache.figures().getFirst().misses();
    }

    @Test
    void theSameQuestionIsAnsweredOnceUnderManyIds() {
        var first = recommender.recommend(request(ANNA, List.of(), 10, NOW));
        var second = recommender.recommend(request(ANNA, List.of(), 10, NOW.plusSeconds(60)));

        assertThat(misses()).isEqualTo(1);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.warnings()).isEqualTo(first.warnings()).isNotEmpty();
        assertThat(second.modelVersion()).isEqualTo(first.modelVersion());
    }

    @Test
    void whateverTheListDependsOnLeadsToAnother() {
        recommender.recommend(request(ANNA, List.of(), 10, NOW));
        recommender.recommend(request(new LearnerKey("t2", "anna"), List.of(), 10, NOW));
        recommender.recommend(request(ANNA, List.of(), 11, NOW));
        recommender.recommend(request(ANNA, List.of(seen("e1", NOW.minusSeconds(9))), 10, NOW));
        recommender.recommend(request(ANNA, List.of(seen("e2", NOW.minusSeconds(9))), 10, NOW));
        recommender("state 2").recommend(request(ANNA, List.of(), 10, NOW));

        assertThat(misses()).isEqualTo(6);
    }

    @Test
    void withAnEventThatIsNotToBeSeenYetNothingIsKept() {
        var events = List.of(seen("e1", NOW));
        recommender.recommend(request(ANNA, events, 10, NOW));
        recommender.recommend(request(ANNA, events, 10, NOW));
        assertThat(misses()).isZero();

        recommender.recommend(request(ANNA, events, 10, NOW.plusSeconds(1)));
        assertThat(misses()).isEqualTo(1);
    }

    @Test
    void aLearnerCanBeForgotten() {
        recommender.recommend(request(ANNA, List.of(), 10, NOW));
        new CachedAnswers(cache).evict(ANNA);
        recommender.recommend(request(ANNA, List.of(), 10, NOW));

        assertThat(misses()).isEqualTo(2);
    }
}
