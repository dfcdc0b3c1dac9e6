package dev.skillpod.core.tree;

import java.util.List;
import java.util.function.Consumer;

/**
 * Hyperparameters of gradient-boosted trees.
 *
 * @param objective what is minimised
 * @param numTrees boosting rounds, in [1, 100000]; fewer with early stopping
 * @param numLeaves leaves per tree, in [2, 131072]
 * @param maxDepth depth limit in [1, 1000], or -1 for none
 * @param learningRate shrinkage of each tree, in [1e-6, 1]
 * @param minDataInLeaf least rows per leaf, in [1, 1000000000]
 * @param minSumHessianInLeaf least sum of second derivatives per leaf, in [0, 1e9]
 * @param lambdaL2 L2 penalty on leaf outputs, in [0, 1e9]
 * @param featureFraction share of features drawn per tree, in [0.001, 1]
 * @param baggingFraction share of rows drawn, in [0.001, 1]
 * @param baggingFrequency trees between two draws of rows, in [0, 100000]; 0 draws none
 * @param maxBin histogram bins per feature, in [2, 65535]
 * @param monotoneConstraints empty, or one of -1 (falls), 0 (free), 1 (rises) per feature
 * @param earlyStoppingRounds rounds without a better validation metric after which training stops, in [0, 100000]; 0 never
 *     stops early
 * @param threads worker threads, in [1, 256]; results are the same for every number
 * @param seed of all random draws
 */
public record TreeConfig(
        TreeObjective objective,
        int numTrees,
        int numLeaves,
        int maxDepth,
        double learningRate,
        int minDataInLeaf,
        double minSumHessianInLeaf,
        double lambdaL2,
        double featureFraction,
        double baggingFraction,
        int baggingFrequency,
        int maxBin,
        List<Integer> monotoneConstraints,
        int earlyStoppingRounds,
        int threads,
        long seed) {
    public TreeConfig {
        Range.check("numTrees", numTrees, 1, 100_000);
        Range.check("numLeaves", numLeaves, 2, 131_072);
        if (maxDepth != -1) {
            Range.check("maxDepth", maxDepth, 1, 1000);
        }
        Range.check("learningRate", learningRate, 1e-6, 1);
        Range.check("minDataInLeaf", minDataInLeaf, 1, 1_000_000_000);
        Range.check("minSumHessianInLeaf", minSumHessianInLeaf, 0, 1e9);
        Range.check("lambdaL2", lambdaL2, 0, 1e9);
        Range.check("featureFraction", featureFraction, 0.001, 1);
        Range.check("baggingFraction", baggingFraction, 0.001, 1);
        Range.check("baggingFrequency", baggingFrequency, 0, 100_000);
        Range.check("maxBin", maxBin, 2, 65_535);
        monotoneConstraints = List.copyOf(monotoneConstraints);
        monotoneConstraints.forEach(direction -> Range.check("monotoneConstraints", direction, -1, 1));
        Range.check("earlyStoppingRounds", earlyStoppingRounds, 0, 100_000);
        Range.check("threads", threads, 1, 256);
    }

    /** Defaults for ranking: LambdaRank, 200 trees of 15 leaves, learning rate 0.1, one thread, no early stopping. */
    public static TreeConfig defaults() {
        return defaults(TreeObjective.LambdaRank.defaults());
    }

    /** The same defaults for another objective. */
    public static TreeConfig defaults(TreeObjective objective) {
        return new TreeConfig(
                objective, 200, 15, -1, 0.1, 20, 1e-3, 0.0, 1.0, 1.0, 0, 255, List.of(), 0, 1, 20_240_601L);
    }

    /**
     * Returns a copy in which some values differ.
     *
     * @param edit sets what differs: {@code config.with(c -> c.numTrees = 50)}
     * @throws IllegalArgumentException when a new value is out of range
     */
    public TreeConfig with(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.build();
    }

    /** The mutable values behind {@link #with}; each field is the component of the same name. */
    public static final class Draft {
        public TreeObjective objective;
        public int numTrees;
        public int numLeaves;
        public int maxDepth;
        public double learningRate;
        public int minDataInLeaf;
        public double minSumHessianInLeaf;
        public double lambdaL2;
        public double featureFraction;
        public double baggingFraction;
        public int baggingFrequency;
        public int maxBin;
        public List<Integer> monotoneConstraints;
        public int earlyStoppingRounds;
        public int threads;
        public long seed;

        private Draft(TreeConfig config) {
            objective = config.objective;
            numTrees = config.numTrees;
            numLeaves = config.numLeaves;
            maxDepth = config.maxDepth;
            learningRate = config.learningRate;
            minDataInLeaf = config.minDataInLeaf;
            minSumHessianInLeaf = config.minSumHessianInLeaf;
            lambdaL2 = config.lambdaL2;
            featureFraction = config.featureFraction;
            baggingFraction = config.baggingFraction;
            baggingFrequency = config.baggingFrequency;
            maxBin = config.maxBin;
            monotoneConstraints = config.monotoneConstraints;
            earlyStoppingRounds = config.earlyStoppingRounds;
            threads = config.threads;
            seed = config.seed;
        }

        private TreeConfig build() {
            return new TreeConfig(
                    objective,
                    numTrees,
                    numLeaves,
                    maxDepth,
                    learningRate,
                    minDataInLeaf,
                    minSumHessianInLeaf,
                    lambdaL2,
                    featureFraction,
                    baggingFraction,
                    baggingFrequency,
                    maxBin,
                    monotoneConstraints,
                    earlyStoppingRounds,
                    threads,
                    seed);
        }
    }
}
