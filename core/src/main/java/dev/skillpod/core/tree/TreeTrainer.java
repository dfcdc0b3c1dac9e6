package dev.skillpod.core.tree;

import java.util.Optional;

/**
 * Fits gradient-boosted trees. Implementations are thread-safe and deterministic: the same tables and configuration give
 * the same text, and the number of threads does not change the trees.
 */
public interface TreeTrainer {
    /**
     * Fits a model.
     *
     * @param train the rows to learn from; needs groups for {@link TreeObjective.LambdaRank}
     * @param validation rows with the same features that decide when to stop; needed exactly when {@link
     *     TreeConfig#earlyStoppingRounds} is above 0, else left alone
     * @param config the hyperparameters
     * @return a LightGBM model text, to be read by {@link TreeEnsemble#parse}; with early stopping it ends at the best round
     * @throws IllegalArgumentException when tables and configuration do not fit together
     * @throws TreeTrainingException when training fails
     */
    String fit(TreeTable train, Optional<TreeTable> validation, TreeConfig config);
}
