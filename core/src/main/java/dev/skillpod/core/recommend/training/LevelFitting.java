package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelColumn;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.LevelSpread;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.training.FirstMeasurements.First;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits {@link LevelModel} to first measurements. How far it is off is measured on a fifth of the learners that a first fit
 * does not see; the model itself is then fitted to all of them.
 */
public final class LevelFitting {
    private static final int LEAST_MEASUREMENTS = 300;
    private static final int PARTS = 5;

    private final TreeTrainer trees;
    private final TrainingRun run;

    /** Prepares a fit. */
    public LevelFitting(TreeTrainer trees, TrainingRun run) {
        this.trees = trees;
        this.run = run;
    }

    /**
     * Fits the model to the first measurements of a log, or returns the untrained one when it holds too few.
     *
     * @param histories all learners, in the log's order
     */
    public LevelModel fit(List<LearnerHistory> histories, CatalogIndex index, RoleMatcher roles) {
        return fit(FirstMeasurements.read(histories, index, roles));
    }

    /** Fits the model, or returns the untrained one when the log holds too few first measurements. */
    LevelModel fit(FirstMeasurements measured) {
        List<First> all = measured.firsts();
        if (all.size() < LEAST_MEASUREMENTS) {
            return LevelModel.untrained();
        }
        List<First> most = all.stream().filter(f -> f.learner() % PARTS != 0).toList();
        List<First> rest = all.stream()
                .filter(f -> f.learner() % PARTS == 0 && f.weight() == 1)
                .toList();
        LevelSpread spread = spread(TreeEnsemble.parse(text(most)), rest, measured);
        return LevelModel.of(text(all), spread);
    }

    private String text(List<First> firsts) {
        int width = LevelColumn.count();
        var features = new double[firsts.size() * width];
        var labels = new float[firsts.size()];
        var weights = new float[firsts.size()];
        for (int i = 0; i < labels.length; i++) {
            First first = firsts.get(i);
            System.arraycopy(first.row(), 0, features, i * width, width);
            labels[i] = (float) first.level();
            weights[i] = (float) first.weight();
        }
        TreeConfig config = TreeConfig.defaults(new TreeObjective.Regression()).with(c -> {
            c.numTrees = 60;
            c.numLeaves = 8;
            c.learningRate = 0.1;
            c.minDataInLeaf = Math.clamp(labels.length / 60, 10, 60);
            c.featureFraction = 0.7;
            c.lambdaL2 = 5;
            c.seed = run.seed();
        });
        return trees.fit(
                TreeTable.of(LevelModel.columns(), features, labels).withWeights(weights), Optional.empty(), config);
    }

    /** Measures the errors less the variance of the measurements they are taken by. */
    private static LevelSpread spread(TreeEnsemble fitted, List<First> rest, FirstMeasurements measured) {
        double noise = Math.pow(measured.measurementSd(), 2);
        double[] squares = new double[2];
        int[] count = new int[2];
        Map<Integer, double[]> byLearner = new HashMap<>();
        for (First first : rest) {
            double error = first.level() - Math.clamp(fitted.predictRaw(first.row()), 0, 100);
            int kind = first.claimed() ? 1 : 0;
            squares[kind] += error * error;
            count[kind]++;
            if (first.claimed()) {
                double[] sums = byLearner.computeIfAbsent(first.learner(), l -> new double[3]);
                sums[0]++;
                sums[1] += error;
                sums[2] += error * error;
            }
        }
        double products = 0;
        double pairs = 0;
        for (double[] sums : byLearner.values()) {
            products += sums[1] * sums[1] - sums[2];
            pairs += sums[0] * (sums[0] - 1);
        }
        double claimed = Math.sqrt(Math.max(4, squares[1] / Math.max(1, count[1]) - noise));
        double unclaimed = Math.sqrt(Math.max(4, squares[0] / Math.max(1, count[0]) - noise));
        double shared = pairs < 30 ? 0 : Math.sqrt(Math.max(0, products / pairs));
        return new LevelSpread(claimed, unclaimed, Math.min(shared, claimed), Math.sqrt(noise), measured.keptShare());
    }
}
