package dev.skillpod.app.evaluation;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.starter.StarterConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A measurement on one data set, which {@code ./skillpod evaluate} can be asked for by name. */
public interface Evaluation {
    /** Returns the name on the command line: lower case, words joined by hyphens. */
    String name();

    /** Returns what is measured, in one line. */
    String description();

    /** Returns the seed of the reported figures; others are for tuning and for the spread over seeds. By default the starter world's. */
    default long seed() {
        return StarterConfig.defaults().seed();
    }

    /**
     * Returns the file or folder below the data folder without which it cannot run; empty, as by default, when it needs none.
     *
     * @return a relative path
     */
    default Optional<Path> needs() {
        return Optional.empty();
    }

    /**
     * Measures.
     *
     * @param data the folder that holds {@link #needs}
     * @param run seed, threads and progress
     * @param out receives each table as soon as it is complete
     */
    void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out);
}
