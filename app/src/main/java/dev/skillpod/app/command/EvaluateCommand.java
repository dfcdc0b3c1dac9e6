package dev.skillpod.app.command;

import dev.skillpod.app.evaluation.ColdStartEvaluation;
import dev.skillpod.app.evaluation.Evaluation;
import dev.skillpod.app.evaluation.GapPromisesEvaluation;
import dev.skillpod.app.evaluation.GapsEvaluation;
import dev.skillpod.app.evaluation.JobMarketEvaluation;
import dev.skillpod.app.evaluation.KssEvaluation;
import dev.skillpod.app.evaluation.NewContentEvaluation;
import dev.skillpod.app.evaluation.PathsEvaluation;
import dev.skillpod.app.evaluation.PublicLogs;
import dev.skillpod.app.evaluation.RoleCompletionEvaluation;
import dev.skillpod.app.evaluation.StarterWorldEvaluation;
import dev.skillpod.app.evaluation.TracingEvaluation;
import dev.skillpod.app.evaluation.TrendEvaluation;
import dev.skillpod.core.model.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one table per data set, baselines beside models. */
@Command(
        name = "evaluate",
        description =
                "Measure the models, one table per data set, baselines beside them. Without a name: the starter world"
                        + " and every public data set that is there. Needs no database.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final String FOLDER_VARIABLE = "SKILLPOD_SHARED_DATA";
    private static final int DEFAULT_LEARNERS = 1000;

    @Parameters(
            paramLabel = "SET",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "Any of ${COMPLETION-CANDIDATES} (default: all that are there).")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--data",
            description = "The folder of public data sets (default: $" + FOLDER_VARIABLE + ", else ../shared/data).")
    private @Nullable Path data;

    @Option(
            names = "--seed",
            description = "Seed of the run, for the starter world that of the world (default: that of the reported"
                    + " figures; others are for tuning).")
    private @Nullable Long seed;

    @Option(names = "--learners", description = "Learners of the starter world measured (default: ${DEFAULT-VALUE}).")
    private int learners = DEFAULT_LEARNERS;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        Path folder = folder();
        List<Evaluation> chosen = chosen(folder);
        var progress = new TerminalProgress();
        for (Evaluation evaluation : chosen) {
            Optional<Path> missing = missing(evaluation, folder);
            if (missing.isPresent()) {
                System.err.println(evaluation.name() + ": left out, there is no " + missing.get());
                continue;
            }
            long chosenSeed = Optional.ofNullable(seed).orElse(evaluation.seed());
            evaluation.measure(folder, new TrainingRun(chosenSeed, threads, Instant.MAX, progress), table -> {
                progress.end();
                System.out.println(table.markdown());
            });
        }
        return 0;
    }

    private Path folder() {
        if (data != null) {
            if (!Files.isDirectory(data)) {
                throw new IllegalArgumentException("--data must be a folder, was '" + data + "'");
            }
            return data;
        }
        String named = System.getenv(FOLDER_VARIABLE);
        return named == null || named.isBlank() ? Path.of("..", "shared", "data") : Path.of(named);
    }

    /** Returns every set in the usual order: a new one is its own class and one line here. */
    private static List<Evaluation> all(int learners) {
        var all = new ArrayList<Evaluation>();
        all.add(new StarterWorldEvaluation(learners));
        all.addAll(PublicLogs.evaluations());
        all.add(new ColdStartEvaluation());
        all.add(new NewContentEvaluation());
        all.add(new TrendEvaluation());
        all.add(new JobMarketEvaluation());
        all.add(new GapsEvaluation());
        all.add(new GapPromisesEvaluation());
        all.add(new PathsEvaluation(learners));
        all.add(new RoleCompletionEvaluation());
        all.add(new TracingEvaluation());
        all.add(new KssEvaluation());
        return all;
    }

    /** Returns the sets asked for, in their usual order. One that is asked for by name must be there. */
    private List<Evaluation> chosen(Path folder) {
        List<Evaluation> all = all(learners);
        for (String set : sets) {
            Evaluation named = all.stream()
                    .filter(evaluation -> evaluation.name().equals(set))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "SET must be one of " + String.join(", ", new Names()) + ", was '" + set + "'"));
            missing(named, folder).ifPresent(needed -> {
                throw new IllegalArgumentException(set + " needs '" + needed + "', which is not there (see --data)");
            });
        }
        return sets.isEmpty()
                ? all
                : all.stream()
                        .filter(evaluation -> sets.contains(evaluation.name()))
                        .toList();
    }

    /** Returns what a set needs of the folder and is not there. */
    private static Optional<Path> missing(Evaluation evaluation, Path folder) {
        return evaluation.needs().map(folder::resolve).filter(needed -> !Files.exists(needed));
    }

    /** The names of the sets, for the help. */
    private static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all(DEFAULT_LEARNERS).stream().map(Evaluation::name).iterator();
        }
    }
}
