package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.ability.AbilityConfig;
import dev.skillpod.core.tracing.recurrence.RecurrenceConfig;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective;
import java.util.Map;

/**
 * The hyperparameters of the stacked tracer.
 *
 * @param ability those of the ability model
 * @param recurrence those of the recurrent network
 * @param trees those of the trees; threads and seed come from the run
 * @param folds parts the learners are cut into, in [2, 20]
 * @param bags tree models that are averaged, in [1, 20]
 */
public record StackConfig(AbilityConfig ability, RecurrenceConfig recurrence, TreeConfig trees, int folds, int bags) {
    public StackConfig {
        if (folds < 2 || folds > 20) {
            throw new IllegalArgumentException("folds must be in [2, 20], was " + folds);
        }
        if (bags < 1 || bags > 20) {
            throw new IllegalArgumentException("bags must be in [1, 20], was " + bags);
        }
    }

    /** Returns the settings that docs/models/tracing.md measures. */
    public static StackConfig defaults() {
        TreeConfig trees = TreeConfig.defaults(new TreeObjective.Binary()).with(c -> {
            c.numTrees = 300;
            c.numLeaves = 31;
            c.learningRate = 0.05;
            c.minDataInLeaf = 100;
            c.featureFraction = 0.5;
            c.lambdaL2 = 5;
            c.baggingFraction = 0.8;
            c.baggingFrequency = 1;
        });
        return new StackConfig(AbilityConfig.defaults(), RecurrenceConfig.defaults(), trees, 5, 1);
    }

    /** Returns the settings by name, as provenance tells them. */
    public Map<String, String> parameters() {
        return Map.of(
                "ability", ability.toString(),
                "recurrence", recurrence.toString(),
                "trees", trees.toString(),
                "folds", String.valueOf(folds),
                "bags", String.valueOf(bags));
    }
}
