package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.evaluation.PairedBootstrap;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.ranking.ContentRanker;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two trained recommenders on the same held-out lists: the newest part of the log of now, to which neither was fitted when both
 * were trained on this log as it was earlier. Each orders every list by its own ranker, levels and expected progress; tastes
 * and statistics come from before the lists. Thread-safe.
 */
public final class RecommenderComparison {
    private static final int DEPTH = 10;
    private static final double LEAST_GAIN = 1e-3;

    private final TrainingConfig config;

    /** Makes a comparison with the windows of a configuration. */
    public RecommenderComparison(TrainingConfig config) {
        this.config = config;
    }

    /**
     * What came out; first is the champion, second the candidate, drawn by learners.
     *
     * @param useful useful engagements per list, doubly robust under the position-based model, judged by the relevance
     *     ensembles of both together
     * @param ndcg NDCG at 10 of the lists in which something was useful; what was useful counts the progress expected of it,
     *     the mean of what both expect
     * @param lists held-out lists
     * @param usefulRate share of the held-out impressions that were useful
     */
    public record Result(
            PairedBootstrap.Difference useful, PairedBootstrap.Difference ndcg, int lists, double usefulRate) {}

    /** One recommender on the held-out lists. */
    private record Ordered(ImpressionRows rows, double[] score) {}

    /**
     * Compares.
     *
     * @throws TooLittleDataException when the log holds too little to judge on
     * @throws IllegalArgumentException when a model was trained on other columns
     */
    public Result compare(
            ActivityLog log,
            List<DemandPoint> demand,
            CatalogIndex index,
            String dataSource,
            TrainedRecommender champion,
            TrainedRecommender candidate,
            TrainingRun run) {
        PreparedLog prepared = PreparedLog.of(log, demand, index, dataSource, config, run);
        List<ShownList> fitting = prepared.fitting();
        List<ShownList> held = prepared.held();
        TooLittleDataException.check(fitting, held);
        run.progress().report("ordering held-out lists", 0, 0);
        Ordered first = ordered(champion, prepared, held);
        Ordered second = ordered(candidate, prepared, held);

        var weights = InversePropensities.fit(fitting);
        var bias = PositionBias.fit(fitting, index.contentCount(), weights);
        var judges = new ArrayList<TreeEnsemble>();
        champion.relevance().forEach(text -> judges.add(TreeEnsemble.parse(text)));
        candidate.relevance().forEach(text -> judges.add(TreeEnsemble.parse(text)));
        var reordering = new Reordering(second.rows(), new Values(judges, bias, weights), bias);
        long[] learner =
                held.stream().mapToLong(l -> l.history().learner().stableHash()).toArray();
        var useful = PairedBootstrap.of(
                reordering.ordered(first.score()),
                reordering.ordered(second.score()),
                learner,
                run.random("gate.useful"));
        return new Result(useful, ndcg(held, first, second, learner, run), held.size(), usefulRate(held));
    }

    private static Ordered ordered(TrainedRecommender model, PreparedLog prepared, List<ShownList> held) {
        var progress = ProgressModel.parse(model.progress());
        ImpressionRows rows =
                ImpressionRows.of(held, prepared.sources(LevelModel.parse(model.levels()), progress), progress);
        TreeEnsemble ranker = TreeEnsemble.parse(model.ranker());
        new ContentRanker(ranker, model.scale()); // refuses other columns
        var score = new double[rows.count()];
        ranker.predictRaw(rows.features(), rows.count(), score);
        return new Ordered(rows, score);
    }

    private static PairedBootstrap.Difference ndcg(
            List<ShownList> held, Ordered first, Ordered second, long[] learner, TrainingRun run) {
        var a = new ArrayList<Double>();
        var b = new ArrayList<Double>();
        var of = new ArrayList<Long>();
        int at = 0;
        for (int l = 0; l < held.size(); l++) {
            ShownList list = held.get(l);
            int n = list.contents().length;
            var gains = new double[n];
            for (int i = 0; i < n; i++) {
                boolean happened = list.outcomes()[i].step() == ShownList.Step.USEFUL;
                double progress =
                        first.rows().expectedProgress()[at + i] + second.rows().expectedProgress()[at + i];
                gains[i] = happened ? Math.max(LEAST_GAIN, progress / 2) : 0;
            }
            var one = Ndcg.at(DEPTH, Arrays.copyOfRange(first.score(), at, at + n), gains);
            var other = Ndcg.at(DEPTH, Arrays.copyOfRange(second.score(), at, at + n), gains);
            if (one.isPresent() && other.isPresent()) {
                a.add(one.getAsDouble());
                b.add(other.getAsDouble());
                of.add(learner[l]);
            }
            at += n;
        }
        return PairedBootstrap.of(
                a.stream().mapToDouble(Double::doubleValue).toArray(),
                b.stream().mapToDouble(Double::doubleValue).toArray(),
                of.stream().mapToLong(Long::longValue).toArray(),
                run.random("gate.ndcg"));
    }

    private static double usefulRate(List<ShownList> held) {
        return held.stream()
                .flatMap(l -> Arrays.stream(l.outcomes()))
                .mapToDouble(o -> o.step() == ShownList.Step.USEFUL ? 1 : 0)
                .average()
                .orElse(0);
    }
}
