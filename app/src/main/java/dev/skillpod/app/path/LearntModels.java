package dev.skillpod.app.path;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Episode;
import dev.skillpod.core.path.learnt.LearntConfig;
import dev.skillpod.core.path.learnt.LearntModel;
import dev.skillpod.core.path.learnt.LearntTrainer;
import dev.skillpod.core.path.learnt.LogSource;
import dev.skillpod.core.path.learnt.PracticeLog;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeDynamics;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Models learnt from logs without a simulator: the shipped one, those in files, and new ones. */
public final class LearntModels {
    private static final String SHIPPED = "kss-learnt.model";

    private LearntModels() {}

    /** Returns the model of KSS that is part of the program, or nothing where a build goes without. */
    public static Optional<LearntModel> shipped() {
        try (InputStream in = LearntModels.class.getResourceAsStream(SHIPPED)) {
            return in == null ? Optional.empty() : Optional.of(LearntModel.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when the file cannot be read or is not a learnt model
     */
    public static LearntModel read(Path file) {
        try {
            return LearntModel.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("--model must be a readable file, was '" + file + "'", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("file '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Writes a model. */
    public static void write(LearntModel model, Path file) {
        try {
            Files.write(file, model.bytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("--model must be a file in a writable folder, was '" + file + "'", e);
        }
    }

    /** Returns the items that may be chosen, by last item; the last row is for none. */
    public static int[][] accepted(PracticeDynamics dynamics) {
        return IntStream.rangeClosed(0, dynamics.items())
                .mapToObj(last -> dynamics.accepted(last == dynamics.items() ? PracticeDynamics.NO_ITEM : last))
                .toArray(int[][]::new);
    }

    /**
     * Trains a model on logs of the first {@value PathModels#TRAINING_LEARNERS} learners, whom policies teach in the environment: what
     * comes out of it are items, answers and exams.
     *
     * @param run seed and progress
     */
    public static LearntModel train(
            PracticeDynamics dynamics, List<Learner> learners, LearntConfig config, TrainingRun run) {
        List<Learner> chosen = learners.subList(0, Math.min(PathModels.TRAINING_LEARNERS, learners.size()));
        List<PracticeObservation> starts = chosen.stream()
                .map(learner -> new PracticeEnvironment(dynamics, learner, 1).observe())
                .toList();
        LogSource source = (policy, steps, count, batch) -> {
            var logs = new ArrayList<PracticeLog>();
            for (int i = 0; i < count; i++) {
                int index = (int) (((long) batch * count + i) % chosen.size());
                var environment = new PracticeEnvironment(dynamics, chosen.get(index), steps);
                Episode.play(environment, policy, run.random("path.gather." + batch, index));
                var interactions = new ArrayList<Interaction>(chosen.get(index).warmUp());
                interactions.addAll(environment.observe().answers());
                logs.add(new PracticeLog(interactions, environment.exam()));
            }
            return logs;
        };
        return new LearntTrainer(config, accepted(dynamics)).fit(source, starts, run);
    }
}
