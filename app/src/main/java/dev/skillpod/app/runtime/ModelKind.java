package dev.skillpod.app.runtime;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.InsufficientDataException;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of model: everything that registry, training, gate and commands need to know of it. A new kind is one of these and one
 * line in {@link ModelKinds}.
 *
 * @param name the name under which versions are kept
 * @param without what the service does while there is no version, in a few plain words
 * @param reader makes the model of its files; refuses what does not fit with an {@link IllegalArgumentException}
 * @param writer makes the files of the model
 * @param planner says what a training would see
 * @param trainer trains it
 * @param gate judges a version
 * @param <T> the model
 */
public record ModelKind<T extends TrainedModel>(
        String name,
        String without,
        Reader<T> reader,
        Function<T, Map<String, byte[]>> writer,
        Function<Platform, TrainingPlan> planner,
        Trainer<T> trainer,
        Gate<T> gate) {
    /** Makes a model of its files. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IllegalArgumentException when a file is missing or does not hold what it should */
        T read(Map<String, byte[]> files, Provenance provenance);
    }

    /** Trains a model on what there is before the run's {@code asOf}. */
    @FunctionalInterface
    public interface Trainer<T> {
        /** @throws InsufficientDataException when there is not enough to train on */
        T fit(TrainingSources sources, TrainingRun run);
    }

    /** Judges a version; its rules are in docs/models-in-production.md. */
    @FunctionalInterface
    public interface Gate<T> {
        /** Returns the checks that the candidate had to pass, in a stable order; at least one. */
        List<GateCheck> judge(Question<T> question);
    }

    /**
     * What a gate is asked.
     *
     * @param candidate the version to judge
     * @param champion the version that answers now, if it can be loaded
     * @param sources what to judge on
     * @param run seed, threads and progress of the judging
     */
    public record Question<T>(
            CurrentModel<T> candidate, Optional<CurrentModel<T>> champion, TrainingSources sources, TrainingRun run) {}

    /** Reads a version that the registry knows. */
    CurrentModel<T> read(PostgresModelRegistry registry, String version) {
        var stored = registry.load(name, version);
        return new CurrentModel<>(stored, reader.read(stored.files(), stored.provenance()));
    }
}
