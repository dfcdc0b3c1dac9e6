package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.math.DenseProduct;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseGram;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.SymmetricInverse;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Recency;

/**
 * Fits {@link SequenceModel}s: {@code B = (S^T S + lambda I)^-1 S^T T}, where every place of every history but the first is
 * a row, S holds what came before it and T the item itself. Stateless between fits, hence thread-safe.
 */
public final class SequenceTrainer implements HistoryTrainer {
    /** Non-zeros of S that are kept at most; of longer logs only the newest places of each history are rows. */
    private static final long MOST_ENTRIES = 60_000_000;

    private final SequenceConfig config;

    /** Creates a trainer. */
    public SequenceTrainer(SequenceConfig config) {
        this.config = config;
    }

    /**
     * Fits a model.
     *
     * @throws IllegalArgumentException when there are more than {@link SequenceConfig#MOST_PREDICTORS} predictors
     */
    @Override
    public SequenceModel fit(InteractionLog log, TrainingRun run) {
        int predictors = config.predictors(log.items());
        if (predictors > SequenceConfig.MOST_PREDICTORS) {
            throw new IllegalArgumentException(
                    "predictors must be at most " + SequenceConfig.MOST_PREDICTORS + ", were " + predictors);
        }
        run.progress().report("sequence", 0, 0);
        int places = newestPlaces(log);
        int rows = 0;
        for (int user = 0; user < log.users(); user++) {
            rows += Math.clamp(log.length(user) - 1, 0, places);
        }
        SparseMatrix.Builder sources = SparseMatrix.builder(rows, predictors);
        var targets = new int[rows];
        int row = 0;
        for (int user = 0; user < log.users(); user++) {
            int first = Math.max(log.start(user) + 1, log.end(user) - places);
            for (int p = first; p < log.end(user); p++) {
                addSources(log, user, p, row, sources);
                targets[row++] = log.itemAt(p);
            }
        }
        try (var loop = new ParallelLoop(run.threads())) {
            return solve(sources.build(), targets, log.items(), loop);
        }
    }

    private void addSources(InteractionLog log, int user, int place, int row, SparseMatrix.Builder sources) {
        int from = Math.max(log.start(user), place - config.window());
        float[] weights = Recency.weights(place - from, config.recency());
        for (int p = from; p < place; p++) {
            sources.add(row, log.itemAt(p), weights[p - from]);
        }
        if (config.separateLast()) {
            sources.add(row, log.items() + log.itemAt(place - 1), 1);
        }
    }

    private int newestPlaces(InteractionLog log) {
        int places = Integer.MAX_VALUE;
        while (places > 1 && entries(log, places) > MOST_ENTRIES) {
            places = places == Integer.MAX_VALUE ? 1024 : places / 2;
        }
        return places;
    }

    private long entries(InteractionLog log, int places) {
        long entries = 0;
        for (int user = 0; user < log.users(); user++) {
            int length = log.length(user);
            entries += (long) Math.min(length, places) * Math.min(length, config.window());
        }
        return entries;
    }

    private SequenceModel solve(SparseMatrix sources, int[] targets, int items, ParallelLoop loop) {
        int predictors = sources.columns();
        int side = SymmetricInverse.stride(predictors);
        int columns = SymmetricInverse.stride(items);
        float[] inverse = SparseGram.of(sources, loop);
        for (int i = 0; i < predictors; i++) {
            inverse[i * side + i] += (float) config.regularization();
        }
        SymmetricInverse.invert(inverse, predictors, loop);
        var moments = new float[Math.multiplyExact(side, columns)];
        SparseMatrix byPredictor = sources.transpose();
        loop.forEach(predictors, predictor -> {
            for (int p = byPredictor.rowStart(predictor); p < byPredictor.rowEnd(predictor); p++) {
                moments[predictor * columns + targets[byPredictor.columnAt(p)]] += byPredictor.valueAt(p);
            }
        });
        float[] weights = DenseProduct.multiply(inverse, moments, side, side, columns, loop);
        return new SequenceModel(config, items, columns, weights);
    }
}
