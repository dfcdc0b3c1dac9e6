package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.PairedBootstrap;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.core.recommend.training.RecommenderComparison;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Lets a recommender pass that is better than naive orders, not worse than the champion on the newest lists, and shows as much
 * of the catalogue in lists that are not quite others.
 */
final class RecommenderGate implements ModelKind.Gate<TrainedRecommender> {
    /** By how much of the champion's value the candidate may fall behind, at worst, to count as not worse. */
    static final double MARGIN = 0.02;

    /** How much of the champion's coverage the candidate must reach. */
    static final double LEAST_COVERAGE = 0.8;

    /** How much of the champion's lists must stay: less means that something else than a retraining happened. */
    static final double LEAST_OVERLAP = 0.2;

    private static final List<String> BASELINES = List.of("ndcg_at_10_popularity", "ndcg_at_10_als", "ndcg_at_10_gap");
    private static final int LEAST_LISTS = 50;
    private static final int LEARNERS = 300;

    @Override
    public List<GateCheck> judge(ModelKind.Question<TrainedRecommender> question) {
        Provenance provenance = question.candidate().stored().provenance();
        var checks = new ArrayList<GateCheck>();
        checks.add(BaselineChecks.rows(provenance, "lists_validated", LEAST_LISTS));
        checks.add(BaselineChecks.twoClasses(provenance, "relevance_rate"));
        checks.add(BaselineChecks.ahead(provenance, "ndcg_at_10_ranker", BASELINES));
        question.champion().ifPresent(champion -> {
            compareOrders(question, champion.trained(), checks);
            compareLists(question, champion.trained(), checks);
        });
        return checks;
    }

    private static void compareOrders(
            ModelKind.Question<TrainedRecommender> question, TrainedRecommender champion, List<GateCheck> checks) {
        TrainingSources sources = question.sources();
        RecommenderComparison.Result result = new RecommenderComparison(TrainingConfig.defaults())
                .compare(
                        sources.log(),
                        sources.demand(),
                        sources.index(),
                        sources.dataSource(),
                        champion,
                        question.candidate().trained(),
                        question.run());
        checks.add(GateCheck.of(
                "held_out_classes",
                result.usefulRate() > 0 && result.usefulRate() < 1,
                null,
                result.usefulRate(),
                "of " + result.lists() + " held-out lists some impressions must be useful and some not"));
        checks.add(notWorse("useful_per_list", result.useful(), result.lists()));
        checks.add(notWorse("ndcg_at_10", result.ndcg(), result.lists()));
    }

    /** Not worse: the whole interval of the difference lies above the margin. */
    static GateCheck notWorse(String name, PairedBootstrap.Difference difference, int lists) {
        double least = -MARGIN * Math.abs(difference.first());
        return new GateCheck(
                name,
                difference.lower() >= least,
                difference.first(),
                difference.second(),
                difference.lower(),
                difference.upper(),
                String.format(
                        Locale.ROOT,
                        "on %d held-out lists of %d learners the lower end of the difference must be at least %.4f"
                                + " (%.0f %% of the champion), was %.4f",
                        lists,
                        difference.groups(),
                        least,
                        100 * MARGIN,
                        difference.lower()));
    }

    private static void compareLists(
            ModelKind.Question<TrainedRecommender> question, TrainedRecommender champion, List<GateCheck> checks) {
        TrainingSources sources = question.sources();
        CatalogIndex index = sources.index();
        Instant asOf = question.run().asOf();
        MarketDemand demand = new DemandTimeline(sources.demand(), index.catalog()).at(asOf);
        List<RecommendationRequest> requests = learners(sources, asOf).stream()
                .map(learner -> ListComparison.request(learner, asOf))
                .toList();
        ListComparison lists = ListComparison.of(
                bound(champion, index, demand),
                bound(question.candidate().trained(), index, demand),
                requests,
                index.contentCount());
        checks.add(GateCheck.of(
                "coverage_at_10",
                lists.secondCoverage() >= LEAST_COVERAGE * lists.firstCoverage(),
                lists.firstCoverage(),
                lists.secondCoverage(),
                String.format(
                        Locale.ROOT,
                        "the lists of %d learners must show at least %.0f %% as many contents as the champion's",
                        lists.learners(),
                        100 * LEAST_COVERAGE)));
        checks.add(GateCheck.of(
                "overlap_at_10",
                lists.overlap() >= LEAST_OVERLAP,
                null,
                lists.overlap(),
                String.format(
                        Locale.ROOT,
                        "at least %.0f %% of the champion's lists must stay; a new start needs to be forced",
                        100 * LEAST_OVERLAP)));
    }

    private static ContentRecommender bound(TrainedRecommender model, CatalogIndex index, MarketDemand demand) {
        return new ContentRecommender(index, model.statistics(index.catalog()), demand, model.bind(index, "judged"));
    }

    /** Takes learners with a history, spread by their hash: the same log gives the same ones. */
    private static List<LearnerHistory> learners(TrainingSources sources, Instant asOf) {
        var all = new ArrayList<LearnerHistory>();
        sources.log().forEachLearner(history -> {
            if (!history.engagements().isEmpty()) {
                all.add(history);
            }
        });
        return all.stream()
                .sorted(Comparator.comparingInt(
                        (LearnerHistory h) -> Integer.reverse(h.learner().stableHash() * 0x9E3779B9)))
                .limit(LEARNERS)
                .map(history -> history.before(asOf))
                .toList();
    }
}
