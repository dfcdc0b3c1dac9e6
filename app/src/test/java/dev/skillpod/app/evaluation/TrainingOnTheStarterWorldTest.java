package dev.skillpod.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.evaluation.OffPolicyResult;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.Factor;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.Eligibility;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.itemitem.ItemItemConfig;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.training.RecommenderComparison;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.text.WordHash;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole learning and serving flow on a small starter world with few trees. */
class TrainingOnTheStarterWorldTest {
    private static final TrainingConfig SMALL = new TrainingConfig(
            AlsConfig.defaults(),
            ItemItemConfig.defaults(),
            Duration.ofDays(180),
            0.15,
            Duration.ofDays(21),
            5000,
            30,
            15,
            2);

    private static StarterWorld world;
    private static CatalogIndex index;
    private static TrainedRecommender trained;
    private static ContentRecommender recommender;

    @BeforeAll
    static void train() {
        world = StarterWorld.generate(StarterConfig.defaults().withSeed(7).withLearners(600));
        index = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), new WordHash()));
        trained = train(2);
        recommender = new ContentRecommender(
                index,
                trained.statistics(world.catalog()),
                new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                trained.bind(index, "v1"));
    }

    private static TrainedRecommender train(int threads) {
        var run = new TrainingRun(42, threads, world.end().plusSeconds(1), Progress.SILENT);
        return new RecommenderTrainer(new LightGbmTrainer(), SMALL)
                .fit(world.activityLog(), world.demand(), index, "synthetic", run);
    }

    private static RecommendationRequest request(LearnerHistory learner) {
        return new RecommendationRequest(learner, List.of(), 10, Set.of(), 0, true, world.end());
    }

    private static LearnerHistory unseen(LearnerProfile profile) {
        return LearnerHistory.of(new LearnerKey("t", "unseen"), profile);
    }

    @Test
    void factorsSumToTheScoreAndScoresFall() {
        for (LearnerHistory learner : world.histories().subList(0, 100)) {
            double last = 1;
            for (Recommendation item : recommender.recommend(request(learner)).items()) {
                assertThat(item.factors().stream().mapToDouble(Factor::value).sum())
                        .isCloseTo(item.overall(), within(1e-6));
                assertThat(item.overall()).isBetween(0.0, last);
                assertThat(item.relevance()).isBetween(0.0, 1.0);
                assertThat(item.impact()).isBetween(0.0, 1.0);
                assertThat(item.urgency()).isBetween(0.0, 1.0);
                assertThat(item.confidence()).isBetween(0.0, 1.0);
                assertThat(item.reasoning()).endsWith(".");
                last = item.overall();
            }
        }
    }

    @Test
    void everythingListedIsEligibleAndNoSkillFillsTheList() {
        for (LearnerHistory learner : world.histories().subList(100, 200)) {
            var state = recommender.context(request(learner)).state();
            var rules = new Eligibility(state, Set.of());
            Map<Integer, Integer> skills = new HashMap<>();
            RecommendationList list = recommender.recommend(request(learner));
            for (Recommendation item : list.items()) {
                int content = index.catalog().contentIndex(item.content().id()).orElseThrow();
                assertThat(rules.eligible(content)).isTrue();
                skills.merge(index.content(content).mainSkill(), 1, Integer::sum);
            }
            assertThat(list.items()).hasSize(10);
            assertThat(skills.values()).allMatch(n -> n <= 3);
        }
    }

    @Test
    void twoRolesGetDifferentListsAndNobodyGetsWhatIsPopular() {
        var backend = recommender.recommend(request(unseen(role("backend-engineer"))));
        var designer = recommender.recommend(request(unseen(role("product-designer"))));
        var nobody = recommender.recommend(request(unseen(LearnerProfile.empty())));

        assertThat(backend.method()).isEqualTo(GenerationMethod.COLD_START);
        assertThat(nobody.method()).isEqualTo(GenerationMethod.POPULAR_FALLBACK);
        assertThat(nobody.items()).hasSize(10);
        var both = ids(backend);
        both.retainAll(ids(designer));
        assertThat(both).hasSizeLessThan(4);
    }

    private static LearnerProfile role(String role) {
        return new LearnerProfile(List.of(new LearnerSkill("git", 30, null)), List.of(), role, null, null, 5);
    }

    private static java.util.Set<String> ids(RecommendationList list) {
        var ids = new java.util.HashSet<String>();
        list.items().forEach(i -> ids.add(i.content().id()));
        return ids;
    }

    @Test
    void aFilterByConfidenceKeepsOnlyTheSureOnes() {
        var learner = world.histories().getFirst();
        var strict = new RecommendationRequest(learner, List.of(), 10, Set.of(), 0.8, false, world.end());

        assertThat(recommender.recommend(strict).items())
                .allSatisfy(i -> assertThat(i.confidence()).isGreaterThanOrEqualTo(0.8))
                .allSatisfy(i -> assertThat(i.reasoning()).isNull());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        TrainedRecommender alone = train(1);

        assertThat(RecommenderFiles.write(alone)).usingRecursiveComparison().isEqualTo(RecommenderFiles.write(trained));
    }

    @Test
    void theSameVersionAndRequestGiveTheSameAnswerInEveryProcess() {
        TrainedRecommender read = RecommenderFiles.read(RecommenderFiles.write(trained), trained.provenance());
        var elsewhere = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), new WordHash()));
        var other = new ContentRecommender(
                elsewhere,
                read.statistics(world.catalog()),
                new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                read.bind(elsewhere, "v1"));

        for (LearnerHistory learner : world.histories().subList(0, 50)) {
            var id = new UUID(1, learner.learner().stableHash());
            assertThat(other.recommend(request(learner), id)).isEqualTo(recommender.recommend(request(learner), id));
        }
    }

    @Test
    void aComparisonFindsNoDifferenceToItselfAndALargeOneToTheReverseOrder() {
        RecommenderComparison.Result same = compare(trained);
        RecommenderComparison.Result worse = compare(backwards());

        assertThat(same.useful().lower()).isZero();
        assertThat(same.useful().upper()).isZero();
        assertThat(same.ndcg().change()).isZero();
        assertThat(same.usefulRate()).isBetween(0.01, 0.99);
        assertThat(worse.useful().upper()).isNegative();
        assertThat(worse.ndcg().upper()).isNegative();
    }

    private static RecommenderComparison.Result compare(TrainedRecommender candidate) {
        var run = new TrainingRun(42, 2, world.end().plusSeconds(1), Progress.SILENT);
        return new RecommenderComparison(SMALL)
                .compare(world.activityLog(), world.demand(), index, "synthetic", trained, candidate, run);
    }

    private static TrainedRecommender backwards() {
        var files = new HashMap<>(RecommenderFiles.write(trained));
        String ranker = ReversedTrees.of(trained.ranker());
        files.put("ranker.txt", ranker.getBytes(StandardCharsets.UTF_8));
        return RecommenderFiles.read(files, trained.provenance());
    }

    @Test
    void theFullRecommenderGainsMoreThanPopularityAndChance() {
        var lines = new StarterEvaluation(world, index, recommender).measure(150, TrainingRun.of(1, 2), h -> true);

        for (StarterEvaluation.Line line : lines) {
            switch (line.method()) {
                case "full recommender" -> assertThat(line.shareOfBest()).isGreaterThan(0.7);
                case "best possible" -> assertThat(line.ahead().upper()).isNegative();
                default -> assertThat(line.ahead().lower()).as(line.method()).isPositive();
            }
        }
    }

    @Test
    void exploringKeepsOrderRulesAndReplays() {
        var exploring = new ContentRecommender(
                index,
                trained.statistics(world.catalog()),
                new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                trained.bind(index, "v1"),
                ExplorationConfig.defaults(0.5));
        int explored = 0;
        for (LearnerHistory learner : world.histories().subList(0, 60)) {
            var id = new UUID(7, learner.learner().stableHash());
            RecommendationList list = exploring.recommend(request(learner), id);
            var rules = new Eligibility(exploring.context(request(learner)).state(), Set.of());
            List<Recommendation> ranked =
                    recommender.recommend(request(learner)).items();
            double last = 1;
            for (int k = 0; k < list.items().size(); k++) {
                Recommendation item = list.items().get(k);
                int content = index.catalog().contentIndex(item.content().id()).orElseThrow();
                assertThat(rules.eligible(content)).isTrue();
                assertThat(item.overall()).isLessThanOrEqualTo(last);
                last = item.overall();
                if (item.explored()) {
                    explored++;
                    assertThat(k).isGreaterThanOrEqualTo(7);
                    assertThat(item.reasoning()).endsWith("by chance, to learn what else may suit you.");
                    assertThat(ranked).noneMatch(r -> r.content().equals(item.content()));
                } else {
                    assertThat(item.content()).isEqualTo(ranked.get(k).content());
                    assertThat(item.propensity()).isEqualTo(k < 7 ? 1 : 0.5);
                }
            }
            assertThat(exploring.recommend(request(learner), id)).isEqualTo(list);
            assertThat(list.policy()).contains("share=0.5");
        }
        // exploring begins at the 8th, 9th or 10th place with 0.5 each: 2.1 explored places per list, 127 of 60 lists
        assertThat(explored).isBetween(90, 160);
    }

    /*
     * One fixed world and seed: the doubly robust interval is of 95 %, and this draw is not among the 5 % (other seeds were
     * not tried for a lucky one: see docs/models/recommender.md for what the command prints).
     */
    @Test
    void offPolicyEstimatesHoldTheSimulatorsTruthWhereTheNaiveMeanDoesNot() {
        var compared = new StarterOffPolicy(world, index, recommender, trained.bind(index, "v1"))
                .estimate(400, 5, TrainingRun.of(1, 2));

        assertThat(compared.result()).isInstanceOfSatisfying(OffPolicyResult.Estimates.class, estimates -> {
            assertThat(compared.truth())
                    .isBetween(
                            estimates.doublyRobust().lower(),
                            estimates.doublyRobust().upper());
            assertThat(compared.truth())
                    .isBetween(estimates.snipw().lower(), estimates.snipw().upper());
            assertThat(estimates.asLogged().upper()).isLessThan(compared.truth());
            assertThat(estimates.overlap().meanWeight().mean()).isBetween(0.8, 1.2);
        });
    }
}
