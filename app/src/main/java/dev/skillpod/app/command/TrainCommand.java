package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.TracingModelFiles;
import dev.skillpod.app.runtime.Training;
import dev.skillpod.core.gap.training.TooFewApplicationsException;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.tracing.training.TooFewAnswersException;
import dev.skillpod.store.model.ModelFiles;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models on what the database holds. */
@Command(
        name = "train",
        description =
                "Train the recommender, the values of skill gaps and mastery tracing on what the database holds, and"
                        + " make them the current versions. What there is too little data for stays as it is.")
public final class TrainCommand implements Callable<Integer> {
    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = Training.DEFAULT_SEED;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        var progress = new TerminalProgress();
        Settings settings = Settings.read(System.getenv());
        try (Platform platform = Platform.open(settings, progress)) {
            var training = new Training(platform);
            boolean lists = step(
                    platform.modelFiles(),
                    RecommenderFiles.MODEL,
                    () -> training.recommender(seed, threads, progress),
                    progress);
            boolean gaps = step(
                    platform.modelFiles(), GapModelFiles.MODEL, () -> training.gaps(seed, threads, progress), progress);
            boolean tracing = step(
                    platform.modelFiles(),
                    TracingModelFiles.MODEL,
                    () -> training.tracing(seed, threads, progress),
                    progress);
            return lists || gaps || tracing ? 0 : 2;
        }
    }

    /** Trains and prints; says why when there is too little data. */
    private static boolean step(ModelFiles files, String model, Supplier<String> training, TerminalProgress progress) {
        try {
            String version = training.get();
            progress.end();
            print(files, model, version);
            return true;
        } catch (TooLittleDataException | TooFewApplicationsException | TooFewAnswersException e) {
            progress.end();
            System.err.println(model + " is not trained: " + e.getMessage());
            return false;
        }
    }

    private static void print(ModelFiles files, String model, String version) {
        Provenance provenance = files.load(model, version).provenance();
        System.out.println(model + " version " + version);
        System.out.println(
                "data " + provenance.dataSource() + ", " + provenance.dataFrom() + " to " + provenance.dataUntil());
        new TreeMap<>(provenance.rowCounts()).forEach((name, count) -> System.out.println(name + " " + count));
        new TreeMap<>(provenance.metrics())
                .forEach((name, value) -> System.out.printf(java.util.Locale.ROOT, "%s %.4f%n", name, value));
    }
}
