package dev.skillpod.core.tracing.baseline;

/**
 * The hyperparameters of Best-LR.
 *
 * @param epochs passes over the log, in [1, 1000]
 * @param learningRate Adagrad's step, falling linearly over the epochs, in [1e-6, 10]
 * @param penalty L2 penalty per use of a weight, in [0, 100]
 */
public record BestLrConfig(int epochs, double learningRate, double penalty) {
    public BestLrConfig {
        if (epochs < 1 || epochs > 1000) {
            throw new IllegalArgumentException("epochs must be in [1, 1000], was " + epochs);
        }
        if (!(learningRate >= 1e-6 && learningRate <= 10)) {
            throw new IllegalArgumentException("learningRate must be in [1e-6, 10], was " + learningRate);
        }
        if (!(penalty >= 0 && penalty <= 100)) {
            throw new IllegalArgumentException("penalty must be in [0, 100], was " + penalty);
        }
    }

    /** Returns the settings that docs/models/tracing.md measures. */
    public static BestLrConfig defaults() {
        return new BestLrConfig(20, 0.1, 0.005);
    }
}
