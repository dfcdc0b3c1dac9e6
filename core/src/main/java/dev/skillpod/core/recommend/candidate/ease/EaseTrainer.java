package dev.skillpod.core.recommend.candidate.ease;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseGram;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.SymmetricInverse;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import dev.skillpod.core.recommend.log.InteractionLog;

/** Fits {@link EaseModel}s; the package page gives the formula. Stateless between fits, hence thread-safe. */
public final class EaseTrainer implements HistoryTrainer {
    /** Newest items of a history that count; keeps a user of many thousands from taking all the time. */
    private static final int LONGEST = 2000;

    private final EaseConfig config;

    /** Creates a trainer. */
    public EaseTrainer(EaseConfig config) {
        this.config = config;
    }

    /**
     * Fits a model.
     *
     * @throws IllegalArgumentException when the log has no items or more than {@link EaseConfig#MOST_ITEMS}
     */
    @Override
    public EaseModel fit(InteractionLog log, TrainingRun run) {
        int items = log.items();
        if (items < 1 || items > EaseConfig.MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "items must be in [1, " + EaseConfig.MOST_ITEMS + "] for EASE, were " + items);
        }
        run.progress().report("ease", 0, 0);
        int stride = SymmetricInverse.stride(items);
        try (var loop = new ParallelLoop(run.threads())) {
            float[] matrix = SparseGram.of(entries(log), loop);
            for (int item = 0; item < items; item++) {
                matrix[item * stride + item] += (float) config.regularization();
            }
            SymmetricInverse.invert(matrix, items, loop);
            toWeights(matrix, items, stride, loop);
            return new EaseModel(items, stride, matrix, config.recency());
        }
    }

    private static SparseMatrix entries(InteractionLog log) {
        SparseMatrix.Builder entries = SparseMatrix.builder(log.users(), log.items());
        for (int user = 0; user < log.users(); user++) {
            for (int p = Math.max(log.start(user), log.end(user) - LONGEST); p < log.end(user); p++) {
                entries.add(user, log.itemAt(p), 1);
            }
        }
        return entries.build();
    }

    private static void toWeights(float[] inverse, int items, int stride, ParallelLoop loop) {
        var factors = new float[items];
        for (int item = 0; item < items; item++) {
            factors[item] = -1 / inverse[item * stride + item];
        }
        loop.forEach(items, row -> {
            for (int column = 0; column < items; column++) {
                inverse[row * stride + column] *= factors[column];
            }
            inverse[row * stride + row] = 0;
        });
    }
}
