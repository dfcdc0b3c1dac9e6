package dev.skillpod.core.recommend.log;

import dev.skillpod.core.model.TrainingRun;

/** Fits a {@link HistoryScorer} to a log. Implementations are stateless between fits, hence thread-safe. */
@FunctionalInterface
public interface HistoryTrainer {
    /**
     * Fits a scorer; the same log and seed give the same scorer on any number of threads.
     *
     * @param log at least one user and one item
     */
    HistoryScorer fit(InteractionLog log, TrainingRun run);
}
