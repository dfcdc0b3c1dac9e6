package dev.skillpod.app.command;

import dev.skillpod.app.log.ResultFile;
import dev.skillpod.app.path.LearnerFile;
import dev.skillpod.app.path.PathBenchmark;
import dev.skillpod.app.path.PathModels;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Episode;
import dev.skillpod.core.path.belief.BeliefPolicy;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.kss.KssDynamics;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.value.PathModel;
import dev.skillpod.core.path.value.ValueConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a published benchmark on a file of its own format. */
@Command(
        name = "benchmark",
        description =
                "Run a benchmark. kss: find learning paths for simulated learners; writes {\"id\", \"k\", \"path\","
                        + " \"reward\"} per learner and number of steps, and prints the means.")
public final class BenchmarkCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 1000;

    @Parameters(paramLabel = "NAME", description = "kss.")
    private String name = "";

    @Option(
            names = "--learners",
            description =
                    "Learners, one JSON object per line: id, state (used to answer and to score only), last, target,"
                            + " logs.")
    private @Nullable Path learners;

    @Option(
            names = "--steps",
            split = ",",
            description = "Items practised per learner, 1 to 1000, comma-separated (default: 5,10,20).")
    private List<Integer> steps = List.of(5, 10, 20);

    @Option(names = "--output", description = "The file to write.")
    private @Nullable Path output;

    @Option(
            names = "--model",
            description = "A path model; with --train it is written (default: the one that is part of the program).")
    private @Nullable Path model;

    @Option(
            names = "--train",
            description = "Train the model first, on the first 4,000 learners of this file: same format.")
    private @Nullable Path train;

    @Option(
            names = "--training-seeds",
            split = ",",
            description = "Seeds to train with, one network each (default: 1,2,3,4,5).")
    private List<Long> trainingSeeds = List.of(1L, 2L, 3L, 4L, 5L);

    @Option(
            names = "--rounds",
            description = "Rounds of training (default: those of the model that is part of the program).")
    private int rounds = ValueConfig.defaults().rounds();

    @Option(
            names = "--network",
            description = "Value positions by the network of this training seed alone (default: by all of them).")
    private @Nullable Long network;

    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        check();
        var progress = new TerminalProgress();
        var run = new TrainingRun(seed, threads, Instant.MAX, progress);
        var dynamics = new KssDynamics();
        if (output != null) {
            ResultFile.check(output);
        }
        List<Learner> taught = learners == null ? List.of() : LearnerFile.read(learners, dynamics.items());
        PathModel used = model(dynamics, run);
        if (output != null) {
            SearchConfig search = SearchConfig.defaults();
            BeliefPolicy policy =
                    network == null ? used.policy(dynamics, search) : used.policy(dynamics, search, network);
            write(dynamics, taught, policy, run, output, progress);
        }
        progress.end();
        return 0;
    }

    private void check() {
        if (!name.equals("kss")) {
            throw new IllegalArgumentException("NAME must be kss, was '" + name + "'");
        }
        for (int k : steps) {
            if (k < 1 || k > MOST_STEPS) {
                throw new IllegalArgumentException("--steps must be in [1, " + MOST_STEPS + "], was " + k);
            }
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be at least 1, was " + rounds);
        }
        if ((learners == null) != (output == null)) {
            throw new IllegalArgumentException("--learners and --output must be given together");
        }
        if (learners == null && (train == null || model == null)) {
            throw new IllegalArgumentException("--learners and --output, or --train and --model, must be given");
        }
    }

    private PathModel model(KssDynamics dynamics, TrainingRun run) {
        if (train == null) {
            return model == null ? PathModels.shipped() : PathModels.read(model);
        }
        if (model != null) {
            ResultFile.check(model);
        }
        PathModel trained = PathModels.train(
                dynamics,
                LearnerFile.read(train, dynamics.items()),
                ValueConfig.defaults().withRounds(rounds),
                trainingSeeds,
                run);
        if (model != null) {
            PathModels.write(trained, model);
        }
        return trained;
    }

    private void write(
            KssDynamics dynamics,
            List<Learner> taught,
            BeliefPolicy policy,
            TrainingRun run,
            Path file,
            TerminalProgress progress) {
        var means = new StringBuilder();
        try (var result = new ResultFile(Objects.requireNonNull(file))) {
            for (int k : steps) {
                Episode[] episodes = PathBenchmark.play(dynamics, taught, policy, k, run);
                for (int i = 0; i < episodes.length; i++) {
                    result.row("{\"id\":" + taught.get(i).id() + ",\"k\":" + k + ",\"path\":"
                            + Arrays.toString(episodes[i].path()).replace(" ", "") + ",\"reward\":"
                            + episodes[i].reward() + "}");
                }
                double[] rewards = PathBenchmark.rewards(episodes);
                double mean = Arrays.stream(rewards).average().orElseThrow();
                means.append(String.format(
                        Locale.ROOT,
                        "k=%d mean reward %.4f, standard error %.4f, %d learners%n",
                        k,
                        mean,
                        standardError(rewards, mean),
                        rewards.length));
            }
            result.complete();
        }
        progress.end();
        System.out.print(means);
    }

    private static double standardError(double[] sample, double mean) {
        if (sample.length < 2) {
            return 0;
        }
        double sum = 0;
        for (double x : sample) {
            sum += (x - mean) * (x - mean);
        }
        return Math.sqrt(sum / (sample.length - 1) / sample.length);
    }
}
