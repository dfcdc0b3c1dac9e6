package dev.skillpod.core.recommend.training;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.ranking.Columns;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.ranking.RelevanceModel;
import dev.skillpod.core.recommend.ranking.ScoreScale;
import dev.skillpod.core.recommend.training.ShownList.Step;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fits the tree models to impression rows: the ranker and the relevance ensemble, side by side on the run's threads. */
final class ModelFitting {
    private static final int RANKER_LEAVES = 15;
    private static final int RELEVANCE_LEAVES = 12;

    private final TreeTrainer trees;
    private final TrainingConfig config;
    private final TrainingRun run;

    ModelFitting(TreeTrainer trees, TrainingConfig config, TrainingRun run) {
        this.trees = trees;
        this.config = config;
        this.run = run;
    }

    /**
     * What was fitted.
     *
     * @param ranker model text
     * @param scale of its scores
     * @param relevance model texts
     * @param calibration of their mean
     * @param metrics on lists kept from fitting
     */
    record Fitted(
            String ranker,
            ScoreScale scale,
            List<String> relevance,
            IsotonicCalibration calibration,
            Map<String, Double> metrics) {}

    Fitted fit(ImpressionRows train, ImpressionRows validation, PositionBias bias, InversePropensities weights) {
        List<String> members = fitMembers(train, weights);
        List<TreeEnsemble> ensemble = members.stream().map(TreeEnsemble::parse).toList();

        run.progress().report("ranker", 0, 0);
        var values = new Values(ensemble, bias, weights);
        double[] value = values.of(train);
        Grades grades = Grades.fit(value);
        String ranker = fitRanker(train, value, grades);
        TreeEnsemble rankerTrees = TreeEnsemble.parse(ranker);
        var raw = new double[train.count()];
        rankerTrees.predictRaw(train.features(), train.count(), raw);

        var held = new HeldOut(validation);
        double[] relevance = values.relevanceAsShown(validation);
        IsotonicCalibration calibration = held.calibrate(relevance);
        var metrics = new HashMap<String, Double>();
        held.measure(rankerTrees, new Reordering(validation, values, bias), run.random("held-out.bootstrap"), metrics);
        held.measure(relevance, calibration, metrics);
        metrics.put("examination_at_10", 1 / bias.weight(10));
        return new Fitted(ranker, ScoreScale.fit(raw), members, calibration, metrics);
    }

    private List<String> fitMembers(ImpressionRows train, InversePropensities weights) {
        List<String> members = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(run.threads())) {
            List<Future<String>> ensemble = new ArrayList<>();
            for (int m = 0; m < config.relevanceMembers(); m++) {
                int member = m;
                ensemble.add(pool.submit(() -> fitMember(train, weights, member)));
            }
            for (Future<String> member : ensemble) {
                run.progress().report("relevance ensemble", members.size(), config.relevanceMembers());
                members.add(get(member));
            }
        }
        return members;
    }

    /** Fits the order to the values of what was shown, list by list. */
    private String fitRanker(ImpressionRows rows, double[] value, Grades grades) {
        var labels = new float[rows.count()];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = grades.grade(value[r]);
        }
        int[] groups = rows.lists().stream().mapToInt(l -> l.contents().length).toArray();
        var table = TreeTable.of(Columns.names(), rows.features(), labels).withGroups(groups);
        var objective = new TreeObjective.LambdaRank(grades.gains(), 10, 10);
        TreeConfig treeConfig = TreeConfig.defaults(objective).with(c -> {
            c.numTrees = config.rankerTrees();
            c.numLeaves = RANKER_LEAVES;
            c.minDataInLeaf = 100;
            c.featureFraction = 0.7;
            c.lambdaL2 = 1;
            c.seed = run.seed();
        });
        return trees.fit(table, Optional.empty(), treeConfig);
    }

    /** Fits one member to a bootstrap sample of learners: each learner's rows count as often as the learner is drawn. */
    private String fitMember(ImpressionRows rows, InversePropensities inverse, int member) {
        int width = Feature.count() + 1;
        var features = new double[Math.multiplyExact(rows.count(), width)];
        var labels = new float[rows.count()];
        var weights = new float[rows.count()];
        int at = 0;
        for (ShownList list : rows.lists()) {
            float drawn = drawn(list, member);
            for (int i = 0; i < list.contents().length; i++) {
                System.arraycopy(rows.features(), at * Feature.count(), features, at * width, Feature.count());
                features[at * width + Feature.count()] = list.positions()[i];
                labels[at] = list.outcomes()[i].step() == Step.USEFUL ? 1 : 0;
                weights[at++] = drawn * (float) inverse.weight(list.propensities()[i]);
            }
        }
        var names = new ArrayList<>(Columns.names());
        names.add(RelevanceModel.POSITION);
        TreeConfig treeConfig = TreeConfig.defaults(new TreeObjective.Binary()).with(c -> {
            c.numTrees = config.relevanceTrees();
            c.numLeaves = RELEVANCE_LEAVES;
            c.minDataInLeaf = 100;
            c.featureFraction = 0.7;
            c.seed = run.seed() + member;
        });
        return trees.fit(TreeTable.of(names, features, labels).withWeights(weights), Optional.empty(), treeConfig);
    }

    /** Draws how often a learner is in a member's sample: Poisson with mean 1, the limit of drawing with replacement. */
    private float drawn(ShownList list, int member) {
        var random = run.random(
                "relevance.bootstrap." + member, list.history().learner().stableHash());
        double threshold = Math.exp(-1);
        double product = random.nextDouble();
        int count = 0;
        while (product > threshold) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static String get(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
