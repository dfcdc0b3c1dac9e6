package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ModelKind;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.OwnTraining;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.Promotions;
import dev.skillpod.app.runtime.Repetition;
import dev.skillpod.app.runtime.Training;
import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.TrainingOrder;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models on what the database holds. */
@Command(
        name = "train",
        description =
                "Train the models on what the database holds, and let those answer that the gate lets pass. What there"
                        + " is too little data for stays as it is.")
public final class TrainCommand implements Callable<Integer> {
    private static final String BY = "./skillpod train";
    private static final String INTERRUPTED = "the command was interrupted";

    /** What becomes of a trained version. */
    enum Promote {
        IF_BETTER,
        NEVER,
        ALWAYS
    }

    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = Training.DEFAULT_SEED;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--model", paramLabel = "NAME", description = "Train this model only; may be repeated.")
    private List<String> models = List.of();

    @Option(
            names = "--promote",
            description = "Whether a new version answers: if_better (the gate decides, the default), never, always.")
    private Promote promote = Promote.IF_BETTER;

    @Option(
            names = "--from-version",
            paramLabel = "VERSION",
            description = "Repeat the training of this version from its provenance and say whether the bytes agree.")
    private @Nullable String fromVersion;

    @Override
    public Integer call() {
        List<ModelKind<?>> kinds = models.isEmpty()
                ? ModelKinds.all()
                : models.stream().<ModelKind<?>>map(ModelKinds::named).toList();
        var progress = new TerminalProgress();
        Settings settings = Settings.read(System.getenv());
        try (Platform platform = Platform.beside(settings, progress)) {
            if (fromVersion != null) {
                return repeat(platform, kinds, fromVersion, progress);
            }
            return train(platform, kinds, progress);
        }
    }

    /** Trains as a job, so that no other training of these models is under way; an interrupted one lets go of them. */
    private int train(Platform platform, List<ModelKind<?>> kinds, TerminalProgress progress) {
        var order = new TrainingOrder(
                kinds.stream().map(ModelKind::name).toList(),
                TrainingOrder.Trigger.REQUEST,
                BY,
                seed,
                threads,
                promote == Promote.IF_BETTER ? TrainingOrder.Promote.IF_BETTER : TrainingOrder.Promote.NEVER,
                platform.database().trainingRows().engagementCount());
        try (OwnTraining training = OwnTraining.begin(platform, order, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> training.stop(INTERRUPTED)));
            boolean any = false;
            for (ModelKind<?> kind : kinds) {
                any |= train(platform, training, kind, progress);
            }
            return any ? 0 : 2;
        }
    }

    /** Trains, judges and prints; says why when there is too little data. */
    private boolean train(Platform platform, OwnTraining training, ModelKind<?> kind, TerminalProgress progress) {
        Result result = training.train(kind, BY, null);
        progress.end();
        String version = result.version();
        GateVerdict verdict = result.gate();
        if (version == null || verdict == null) {
            System.err.println(kind.name() + " is not trained: " + result.reason());
            return false;
        }
        print(platform.registry().find(kind.name(), version).orElseThrow());
        Promotions.lines(verdict).forEach(System.out::println);
        if (promote == Promote.ALWAYS) {
            platform.registry()
                    .promote(Promotion.champion(kind.name(), version, BY, null).forced());
            System.out.println("champion: forced");
        } else {
            System.out.println("champion: " + (result.promoted() ? "yes" : "no"));
        }
        return true;
    }

    private int repeat(Platform platform, List<ModelKind<?>> kinds, String version, TerminalProgress progress) {
        for (ModelKind<?> kind : kinds) {
            if (platform.registry().find(kind.name(), version).isPresent()) {
                Repetition again = Repetition.of(platform, kind, version, threads, progress, BY);
                progress.end();
                print(kind, again);
                return again.same() || again.restored() != null ? 0 : 2;
            }
        }
        throw new IllegalArgumentException("no model has a version " + version + ": see ./skillpod models list");
    }

    private static void print(ModelKind<?> kind, Repetition again) {
        String version = kind.name() + " version " + again.repeated().version();
        if (again.restored() != null) {
            System.out.println(version + " has no files any more; trained again as " + again.restored());
        } else {
            System.out.println(version + (again.same() ? " is the same, byte for byte: " : " is not the same: ")
                    + again.agree().size() + " files agree, " + again.differ().size() + " do not");
            again.differ().forEach(name -> System.out.println("differs " + name));
        }
        again.causes().forEach(System.out::println);
    }

    private static void print(ModelVersion trained) {
        Provenance provenance = trained.provenance();
        System.out.println(trained.model() + " version " + trained.version());
        System.out.println(
                "data " + provenance.dataSource() + ", " + provenance.dataFrom() + " to " + provenance.dataUntil());
        new TreeMap<>(provenance.rowCounts()).forEach((name, count) -> System.out.println(name + " " + count));
        new TreeMap<>(provenance.metrics())
                .forEach((name, value) -> System.out.printf(java.util.Locale.ROOT, "%s %.4f%n", name, value));
    }
}
