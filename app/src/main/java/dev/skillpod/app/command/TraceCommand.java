package dev.skillpod.app.command;

import dev.skillpod.app.log.IdIndex;
import dev.skillpod.app.log.ResultFile;
import dev.skillpod.app.tracing.ResponseFile;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Forecasts;
import dev.skillpod.core.tracing.TracingModel;
import dev.skillpod.core.tracing.stack.StackConfig;
import dev.skillpod.core.tracing.stack.StackedTracer;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Foretells the answers of learners from those of others and from their own earlier ones. */
@Command(
        name = "trace",
        description =
                "Foretell answers: one probability of a correct answer per row of the test file, each from the training file"
                        + " and the same learner's earlier rows of the test file only.")
public final class TraceCommand implements Callable<Integer> {
    @Option(
            names = "--train",
            required = true,
            description =
                    "Responses to learn from: a header with user_id, item_id, correct, skill_id (any order, others"
                            + " ignored; timestamp is used), tab-separated, a learner's rows in time order; .gz is read as well.")
    private @Nullable Path train;

    @Option(
            names = "--test",
            required = true,
            description = "Responses to foretell, in the same format. Its learners are taken to be new.")
    private @Nullable Path test;

    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--output", required = true, description = "The file to write.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(output, "picocli makes sure of it");
        ResultFile.check(target);
        var progress = new TerminalProgress();
        var run = new TrainingRun(seed, threads, Instant.MAX, progress);
        // Reading is silent, so that what is wrong in a file is the one line on standard error.
        var items = new IdIndex();
        var skills = new IdIndex();
        ResponseFile known = ResponseFile.read(
                Objects.requireNonNull(train, "picocli makes sure of it"), items, skills, Progress.SILENT);
        ResponseFile asked = ResponseFile.read(
                Objects.requireNonNull(test, "picocli makes sure of it"), items, skills, Progress.SILENT);
        long start = System.nanoTime();
        TracingModel model =
                new StackedTracer(StackConfig.defaults(), Optional.of(new LightGbmTrainer())).fit(known.log(), run);
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.report("tracing", 0, 0);
        double[] probabilities;
        try (var loop = new ParallelLoop(threads)) {
            probabilities = Forecasts.of(model, asked.log(), loop);
        }
        try (var result = new ResultFile(target)) {
            for (int row : asked.rowOf()) {
                result.row(String.valueOf(probabilities[row]));
            }
            result.complete();
        }
        progress.end();
        System.err.printf(
                Locale.ROOT,
                "%d learners, %d items, %d skills, %d responses; fitted in %.1f s%n",
                known.log().learners(),
                known.log().items(),
                known.log().skills(),
                known.log().size(),
                seconds);
        return 0;
    }
}
