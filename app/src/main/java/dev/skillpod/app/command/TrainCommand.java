package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.Training;
import dev.skillpod.core.model.Provenance;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the recommender on what the database holds. */
@Command(
        name = "train",
        description = "Train the recommender on what the database holds and make it the current version.")
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
            String version = new Training(platform).run(seed, threads, progress);
            progress.end();
            Provenance provenance =
                    platform.modelFiles().load(RecommenderFiles.MODEL, version).provenance();
            System.out.println("version " + version);
            System.out.println(
                    "data " + provenance.dataSource() + ", " + provenance.dataFrom() + " to " + provenance.dataUntil());
            new TreeMap<>(provenance.rowCounts()).forEach((name, count) -> System.out.println(name + " " + count));
            new TreeMap<>(provenance.metrics())
                    .forEach((name, value) -> System.out.printf(java.util.Locale.ROOT, "%s %.4f%n", name, value));
        }
        return 0;
    }
}
