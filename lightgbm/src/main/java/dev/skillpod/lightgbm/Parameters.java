package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeObjective.Binary;
import dev.skillpod.core.tree.TreeObjective.LambdaRank;
import dev.skillpod.core.tree.TreeObjective.Quantile;
import dev.skillpod.core.tree.TreeObjective.Regression;
import dev.skillpod.core.tree.TreeTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a configuration in LightGBM's words: {@code key=value} pairs between blanks. */
final class Parameters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Parameters() {}

    /** Returns the parameters of a training; LightGBM wants the same ones for its tables and its booster. */
    static String of(TreeConfig config, TreeTable train) {
        Parameters parameters = new Parameters();
        parameters.objective(config.objective(), config.earlyStoppingRounds() > 0);
        parameters.trees(config, train);
        return parameters.values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private void objective(TreeObjective objective, boolean watched) {
        String metric = switch (objective) {
            case LambdaRank rank -> {
                values.put("objective", "lambdarank");
                values.put("label_gain", list(rank.labelGain()));
                values.put("lambdarank_truncation_level", rank.truncationLevel());
                values.put("eval_at", rank.ndcgAt());
                yield "ndcg";
            }
            case Binary ignored -> {
                values.put("objective", "binary");
                yield "binary_logloss";
            }
            case Regression ignored -> {
                values.put("objective", "regression");
                yield "l2";
            }
            case Quantile quantile -> {
                values.put("objective", "quantile");
                values.put("alpha", quantile.alpha());
                yield "quantile";
            }
        };
        values.put("metric", watched ? metric : "none");
    }

    private void trees(TreeConfig config, TreeTable train) {
        values.put("num_iterations", config.numTrees());
        values.put("num_leaves", config.numLeaves());
        values.put("max_depth", config.maxDepth());
        values.put("learning_rate", config.learningRate());
        values.put("min_data_in_leaf", config.minDataInLeaf());
        values.put("min_sum_hessian_in_leaf", config.minSumHessianInLeaf());
        values.put("lambda_l2", config.lambdaL2());
        values.put("feature_fraction", config.featureFraction());
        values.put("bagging_fraction", config.baggingFraction());
        values.put("bagging_freq", config.baggingFrequency());
        values.put("max_bin", config.maxBin());
        if (!config.monotoneConstraints().isEmpty()) {
            values.put("monotone_constraints", list(config.monotoneConstraints()));
        }
        if (!train.categorical().isEmpty()) {
            values.put(
                    "categorical_feature",
                    list(train.categorical().stream().sorted().toList()));
        }
        values.put("seed", (int) (config.seed() ^ config.seed() >>> 32) & Integer.MAX_VALUE);
        values.put("num_threads", config.threads());
        values.put("deterministic", true);
        values.put("force_row_wise", true);
        values.put("verbosity", -1);
    }

    private static String list(Collection<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
