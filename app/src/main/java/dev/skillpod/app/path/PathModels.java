package dev.skillpod.app.path;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.belief.StatePrior;
import dev.skillpod.core.path.belief.StatePriorFitter;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeDynamics;
import dev.skillpod.core.path.practice.PracticeObservation;
import dev.skillpod.core.path.value.PathModel;
import dev.skillpod.core.path.value.PathModelFormat;
import dev.skillpod.core.path.value.ValueConfig;
import dev.skillpod.core.path.value.ValueTrainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Path models: the shipped one, those in files, and new ones. */
public final class PathModels {
    /** Training learners of the shared file that models are trained on; the others are for tuning and for reporting. */
    public static final int TRAINING_LEARNERS = 4000;

    private static final String SHIPPED = "kss.model";

    private PathModels() {}

    /** Returns the model of KSS that is part of the program. */
    public static PathModel shipped() {
        try (InputStream in = PathModels.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the model " + SHIPPED + " is not part of this build");
            }
            return PathModelFormat.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when the file cannot be read or is not a path model
     */
    public static PathModel read(Path file) {
        try {
            return PathModelFormat.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("--model must be a readable file, was '" + file + "'", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("file '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Writes a model. */
    public static void write(PathModel model, Path file) {
        try {
            Files.write(file, PathModelFormat.write(model));
        } catch (IOException e) {
            throw new IllegalArgumentException("--model must be a file in a writable folder, was '" + file + "'", e);
        }
    }

    /**
     * Trains a model on the first {@value #TRAINING_LEARNERS} learners: the prior on their abilities, the networks on their
     * interactions and goals alone.
     *
     * @param seeds one network is trained per seed
     * @param run threads and progress
     */
    public static PathModel train(
            PracticeDynamics dynamics, List<Learner> learners, ValueConfig config, List<Long> seeds, TrainingRun run) {
        List<Learner> chosen = learners.subList(0, Math.min(TRAINING_LEARNERS, learners.size()));
        StatePrior prior = new StatePriorFitter(dynamics).fit(chosen);
        List<PracticeObservation> starts = chosen.stream()
                .map(learner -> new PracticeObservation(
                        dynamics, learner.goal(), learner.warmUp(), List.of(), learner.last(), 1))
                .toList();
        var trainer = new ValueTrainer(dynamics, prior, config);
        var networks = new TreeMap<Long, MultilayerPerceptron>();
        for (long seed : seeds) {
            networks.put(seed, trainer.fit(starts, new TrainingRun(seed, 1, run.asOf(), run.progress())));
        }
        String origin = chosen.size() + " learners; seeds " + networks.keySet() + "; " + config;
        return new PathModel(origin, config.looked(), prior, networks);
    }
}
