package dev.skillpod.core.tracing;

import dev.skillpod.core.model.TrainingRun;

/** Fits a model of how learners answer. Implementations are immutable, thread-safe and deterministic for any number of threads. */
@FunctionalInterface
public interface MasteryTracer {
    /**
     * Fits a model.
     *
     * @param log at least one response
     * @param run seed, threads and progress
     * @return a new model, which serves learners that are not in the log
     * @throws IllegalArgumentException when the log is empty
     */
    TracingModel fit(ResponseLog log, TrainingRun run);
}
