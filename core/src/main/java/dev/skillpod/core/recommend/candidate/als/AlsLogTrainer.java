package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.time.Instant;

/** Fits ALS to a plain log, every interaction with weight 1. Stateless between fits, hence thread-safe. */
public final class AlsLogTrainer implements HistoryTrainer {
    private final AlsConfig config;

    /** Creates a trainer. */
    public AlsLogTrainer(AlsConfig config) {
        this.config = config;
    }

    @Override
    public AlsScorer fit(InteractionLog log, TrainingRun run) {
        SparseMatrix.Builder entries = SparseMatrix.builder(log.users(), log.items());
        for (int user = 0; user < log.users(); user++) {
            for (int p = log.start(user); p < log.end(user); p++) {
                entries.add(user, log.itemAt(p), 1);
            }
        }
        var interactions = new Interactions(entries.build(), Instant.EPOCH, Instant.EPOCH, "real");
        return new AlsScorer(new AlsTrainer(config).fit(interactions, run), 0);
    }
}
