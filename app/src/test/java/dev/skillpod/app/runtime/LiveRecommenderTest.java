package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.app.serving.Fallback;
import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.app.serving.RequestRecording;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRecommenderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final RequestTrace trace = new RequestTrace();
    private final LiveRecommender live = new LiveRecommender(trace);

    private static RecommendationRequest request() {
        var nobody = LearnerHistory.of(
                new LearnerKey("t", "u"), new LearnerProfile(List.of(), List.of(), null, null, null, 10));
        return new RecommendationRequest(nobody, List.of(), 10, Set.of(), 0, false, NOW);
    }

    private static Catalog catalog(String... skills) {
        List<Skill> rows = List.of(skills).stream()
                .map(id -> new Skill(id, id, "Area", List.of(), "", DataSource.REAL))
                .toList();
        return new Catalog(rows, List.of(), List.of(), List.of());
    }

    private static LiveRecommender.Serving serving(Catalog catalog) {
        var index = new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new CountingEmbedder("m")));
        var demand = new DemandTimeline(List.of(), catalog).at(NOW);
        return new LiveRecommender.Serving(
                new ContentRecommender(index, ContentStatistics.none(0), demand, null), catalog, List.of());
    }

    @Test
    void beforeTheFirstSwapItSaysHowFarTheStartIs() {
        assertThat(live.notReady()).hasValue("the service is starting");

        live.starting("ranker (3 of 7)");

        assertThat(live.notReady()).hasValue("ranker (3 of 7)");
        assertThat(live.loaded()).isEmpty();
        assertThat(live.provenance()).isEmpty();
        assertThatThrownBy(() -> live.recommend(request()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("ranker (3 of 7)");
        assertThatThrownBy(live::catalog)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.retryAfter()).isPositive());
    }

    @Test
    void afterASwapItAnswers() {
        Catalog catalog = catalog("a");
        live.swap(serving(catalog), 1);

        assertThat(live.notReady()).isEmpty();
        assertThat(live.catalog()).isSameAs(catalog);
        assertThat(live.recommend(request()).items()).isEmpty();
        live.starting("too late");
        assertThat(live.notReady()).isEmpty();
    }

    @Test
    void whereAChallengerFailsTheChampionAnswersWhichIsAFallback() {
        LiveRecommender.Serving champion = serving(catalog("a"));
        Recommender broken = request -> {
            throw new IllegalStateException("broken");
        };
        live.swap(
                new LiveRecommender.Serving(
                        champion.recommender(),
                        champion.answering(),
                        champion.catalog(),
                        List.of(),
                        List.of(new ModelStatus.Role("recommender", "v2", ModelAlias.CHALLENGER)),
                        new LiveRecommender.Challenger(broken, 1)),
                1);
        var recording = new RequestRecording(RequestRecording.Listener.NONE);

        RecommendationList list = trace.during(recording, () -> live.recommend(request()));

        assertThat(list.modelVersion()).isEqualTo("untrained");
        assertThat(recording.fallback()).hasValue(Fallback.CHALLENGER_FAILED);
        assertThat(live.beside()).extracting(ModelStatus.Role::version).containsExactly("v2");
    }

    @Test
    void aChangedCatalogueIsShownAtOnceAndNeverGivesWayToAnOlderOne() {
        live.swap(serving(catalog("a")), 1);
        Catalog newest = catalog("a", "b", "c");
        live.showCatalog(newest, 3);

        live.showCatalog(catalog("a", "b"), 2);
        live.swap(serving(catalog("a", "b")), 2);

        assertThat(live.catalog()).isSameAs(newest);
    }

    /** {@code DELETE /api/v1/learners/...} calls it, as it calls every {@link dev.skillpod.app.serving.LearnerCaches}. */
    @Test
    void anErasedLearnerIsInNoTrial() {
        live.swap(serving(catalog("a")), 1);
        live.recommend(request());

        live.evict(new LearnerKey("t", "somebody else"));
        assertThat(live.recent()).hasSize(1);
        live.evict(new LearnerKey("t", "u"));

        assertThat(live.recent()).isEmpty();
    }
}
