package dev.skillpod.app.command;

import dev.skillpod.app.log.ResultFile;
import dev.skillpod.app.path.LearnerFile;
import dev.skillpod.app.path.LearntModels;
import dev.skillpod.app.path.PathBenchmark;
import dev.skillpod.app.path.PathModels;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Episode;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.kss.KssDynamics;
import dev.skillpod.core.path.learnt.LearntConfig;
import dev.skillpod.core.path.learnt.LearntModel;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeObservation;
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

    /** The policies that can be asked for. */
    private enum PolicyName {
        BELIEF,
        LEARNT
    }

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

    @Option(
            names = "--policy",
            description =
                    "belief (default): looks ahead with the simulator's formulas over what may be true of a learner;"
                            + " learnt: looks ahead in a model learnt from logs, without formulas.")
    private PolicyName policy = PolicyName.BELIEF;

    @Option(names = "--output", description = "The file to write.")
    private @Nullable Path output;

    @Option(
            names = "--model",
            description = "A model; with --train it is written (default: the one that is part of the program).")
    private @Nullable Path model;

    @Option(
            names = "--train",
            description = "Train the model first, on the first 4,000 learners of this file: same format.")
    private @Nullable Path train;

    @Option(
            names = "--training-seeds",
            split = ",",
            description = "Seeds to train with, one network each; learnt takes the first (default: 1,2,3,4,5).")
    private List<Long> trainingSeeds = List.of(1L, 2L, 3L, 4L, 5L);

    @Option(
            names = "--rounds",
            description = "Rounds of training of belief (default: those of the model that is part of the program).")
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
        Policy<PracticeObservation> used = policy == PolicyName.BELIEF ? belief(dynamics, run) : learnt(dynamics, run);
        if (output != null) {
            write(dynamics, taught, used, run, output, progress);
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

    private Policy<PracticeObservation> belief(KssDynamics dynamics, TrainingRun run) {
        PathModel used;
        if (train == null) {
            used = model == null ? PathModels.shipped() : PathModels.read(model);
        } else {
            ValueConfig config = ValueConfig.defaults().withRounds(rounds);
            used = PathModels.train(dynamics, trainingLearners(dynamics), config, trainingSeeds, run);
            if (model != null) {
                PathModels.write(used, model);
            }
        }
        SearchConfig search = SearchConfig.defaults();
        return network == null ? used.policy(dynamics, search) : used.policy(dynamics, search, network);
    }

    private Policy<PracticeObservation> learnt(KssDynamics dynamics, TrainingRun run) {
        LearntConfig config = LearntConfig.defaults();
        LearntModel used;
        if (train == null) {
            used = model == null
                    ? LearntModels.shipped()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "--policy learnt needs --model: this build holds no learnt model"))
                    : LearntModels.read(model);
        } else {
            var training = new TrainingRun(trainingSeeds.getFirst(), 1, run.asOf(), run.progress());
            used = LearntModels.train(dynamics, trainingLearners(dynamics), config, training);
            if (model != null) {
                LearntModels.write(used, model);
            }
        }
        return used.policy(LearntModels.accepted(dynamics), config.depth());
    }

    private List<Learner> trainingLearners(KssDynamics dynamics) {
        if (model != null) {
            ResultFile.check(model);
        }
        return LearnerFile.read(Objects.requireNonNull(train), dynamics.items());
    }

    private void write(
            KssDynamics dynamics,
            List<Learner> taught,
            Policy<PracticeObservation> chosen,
            TrainingRun run,
            Path file,
            TerminalProgress progress) {
        var means = new StringBuilder();
        try (var result = new ResultFile(Objects.requireNonNull(file))) {
            for (int k : steps) {
                Episode[] episodes = PathBenchmark.play(dynamics, taught, chosen, k, run);
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
