package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import dev.skillpod.core.recommend.log.InteractionLog;

/** Counts which item follows which. Stateless between fits, hence thread-safe. */
public final class TransitionTrainer implements HistoryTrainer {
    private final TransitionConfig config;

    /** Creates a trainer. */
    public TransitionTrainer(TransitionConfig config) {
        this.config = config;
    }

    @Override
    public TransitionModel fit(InteractionLog log, TrainingRun run) {
        run.progress().report("transitions", 0, 0);
        SparseMatrix.Builder counts = SparseMatrix.builder(log.items(), log.items());
        var totals = new double[log.items()];
        for (int user = 0; user < log.users(); user++) {
            for (int p = log.start(user); p < log.end(user); p++) {
                double weight = 1;
                for (int next = p + 1; next < Math.min(log.end(user), p + 1 + config.window()); next++) {
                    counts.add(log.itemAt(p), log.itemAt(next), (float) weight);
                    totals[log.itemAt(p)] += weight;
                    weight *= config.decay();
                }
            }
        }
        var scales = new float[log.items()];
        for (int item = 0; item < scales.length; item++) {
            scales[item] = (float) (1 / (totals[item] + config.shrinkage() + Float.MIN_NORMAL));
        }
        return new TransitionModel(counts.build(), scales, config.recency());
    }
}
