package dev.skillpod.app.command;

import dev.skillpod.app.log.InteractionFile;
import dev.skillpod.app.log.LogService;
import dev.skillpod.app.log.ResultFile;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.LogRecommender;
import dev.skillpod.core.recommend.log.selection.Fitted;
import dev.skillpod.core.recommend.log.selection.LogMethod;
import dev.skillpod.core.recommend.log.selection.MethodFitting;
import dev.skillpod.core.recommend.log.selection.RankingTask;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code recommend} and {@code score} have in common: the log, the method, the seed, the result. */
final class LogOptions {
    @Option(
            names = "--input",
            required = true,
            description = "Interactions: user<TAB>item[<TAB>value[<TAB>unix time]] per row; .gz is read as well.")
    private @Nullable Path input;

    @Option(
            names = "--method",
            description = "best (what validation inside the log picks: one method, a blend, or a blend"
                    + " ranked by trees), als, itemknn, ease, popular, markov,"
                    + " sequence or userknn (default: best).")
    private String method = "best";

    @Option(
            names = "--plain",
            description =
                    "Weigh the whole history alike and ignore the order; for als, ease, itemknn, popular, userknn or"
                            + " best.")
    private boolean plain;

    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--output", required = true, description = "The file to write.")
    private @Nullable Path output;

    /** Reads, fits, and hands over the service. */
    void run(RankingTask task, Consumer<LogService> work) {
        LogMethod chosen = method();
        ResultFile.check(output());
        var progress = new TerminalProgress();
        var run = new TrainingRun(seed, threads, Instant.MAX, progress);
        InteractionFile file =
                InteractionFile.read(Objects.requireNonNull(input, "picocli makes sure of it"), progress);
        var fitting = new MethodFitting(file.log(), task, Optional.of(new LightGbmTrainer()), run);
        Fitted fitted = fitting.plain(plain).fit(chosen);
        progress.end();
        System.err.printf(
                Locale.ROOT,
                "%d users, %d items, %d pairs, %s%n",
                file.log().users(),
                file.log().items(),
                file.log().entries(),
                file.log().timed() ? "with times" : file.log().ordered() ? "in file order" : "without an order");
        fitted.notes().forEach(System.err::println);
        try (var loop = new ParallelLoop(threads)) {
            work.accept(new LogService(file, new LogRecommender(file.log(), fitted.scorer()), loop, progress));
        }
        progress.end();
    }

    /** Returns where the result goes. */
    Path output() {
        return Objects.requireNonNull(output, "picocli makes sure of it");
    }

    private LogMethod method() {
        LogMethod chosen = named();
        if (plain && (chosen == LogMethod.MARKOV || chosen == LogMethod.SEQUENCE)) {
            throw new IllegalArgumentException("--plain ignores the order, which --method " + method + " is made of");
        }
        return chosen;
    }

    private LogMethod named() {
        return Arrays.stream(LogMethod.values())
                .filter(value -> value.name().equalsIgnoreCase(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--method must be one of "
                        + Arrays.toString(LogMethod.values()).toLowerCase(Locale.ROOT) + ", was '" + method + "'"));
    }
}
