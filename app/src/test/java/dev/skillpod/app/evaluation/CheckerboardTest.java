package dev.skillpod.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.text.WordHash;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Learners of one colour finish the contents of their colour and nothing else; nobody says anything of themselves. */
class CheckerboardTest {
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    private static final int CONTENTS = 60;
    private static final int LISTS = 8;
    private final CatalogIndex index = index();

    /** Every content has a skill of its own, so that colours show in behaviour only. */
    private static CatalogIndex index() {
        var skills = new ArrayList<Skill>();
        var contents = new ArrayList<Content>();
        for (int c = 0; c < CONTENTS; c++) {
            skills.add(new Skill("s" + c, "skill " + c, "a", List.of(), "", DataSource.SYNTHETIC));
            contents.add(new Content(
                    "c" + c,
                    ContentType.COURSE,
                    "title " + c,
                    null,
                    null,
                    null,
                    List.of(new SkillWeight("s" + c, 1)),
                    0,
                    50,
                    60,
                    List.of(),
                    DataSource.SYNTHETIC));
        }
        var catalog = new Catalog(skills, List.of(), List.of(), contents);
        return new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new WordHash()));
    }

    private static LearnerHistory learner(int number, int lists) {
        var random = new SplittableRandom(number);
        var key = new LearnerKey("t", "u" + number);
        var events = new ArrayList<Engagement>();
        for (int l = 0; l < lists; l++) {
            Instant at = END.minus(Duration.ofDays((lists - l) * 20L - random.nextLong(15)));
            String list = "list" + number + "-" + l;
            int[] shown = random.ints(0, CONTENTS).distinct().limit(6).toArray();
            for (int p = 0; p < shown.length; p++) {
                events.add(event(key, at, EngagementType.IMPRESSION, shown[p], list, p + 1));
                if (shown[p] % 2 == number % 2 && random.nextDouble() < 0.7) {
                    events.add(event(key, at.plusSeconds(60), EngagementType.COMPLETE, shown[p], list, null));
                }
            }
        }
        events.sort(java.util.Comparator.comparing(Engagement::occurredAt));
        return new LearnerHistory(key, LearnerProfile.empty(), events, List.of(), List.of(), List.of());
    }

    private static Engagement event(
            LearnerKey key, Instant at, EngagementType type, int content, String list, @Nullable Integer position) {
        return new Engagement(type + list + content, key, at, type, "c" + content, list, position, null, null, null);
    }

    private TrainedRecommender train(List<LearnerHistory> learners) {
        return new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                .fit(learners::forEach, List.of(), index, "synthetic", new TrainingRun(1, 2, END, Progress.SILENT));
    }

    @Test
    void contentsOfTheOwnColourComeFirst() {
        List<LearnerHistory> learners = java.util.stream.IntStream.range(0, 200)
                .mapToObj(n -> learner(n, LISTS))
                .toList();
        TrainedRecommender trained = train(learners);
        var recommender = new ContentRecommender(
                index,
                trained.statistics(index.catalog()),
                MarketDemand.unknown(index.skillCount()),
                trained.bind(index, "v1"));

        int own = 0;
        int all = 0;
        for (int n = 0; n < 20; n++) {
            var request = new RecommendationRequest(learners.get(n), List.of(), 5, Set.of(), 0, false, END);
            for (Recommendation item : recommender.recommend(request).items()) {
                own += Integer.parseInt(item.content().id().substring(1)) % 2 == n % 2 ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(100);
        assertThat(own).isGreaterThan(95);
        assertThat(trained.provenance().metrics().get("relevance_auc")).isGreaterThan(0.8);
    }

    @Test
    void tooFewListsAreRefusedWithTheirNumber() {
        assertThatThrownBy(() -> train(List.of(learner(0, LISTS))))
                .isInstanceOf(TooLittleDataException.class)
                .hasMessageContaining("lists");
        assertThatThrownBy(() -> train(List.of()))
                .isInstanceOf(TooLittleDataException.class)
                .hasMessageContaining("no lists");
    }
}
