package dev.skillpod.app.command;

import dev.skillpod.app.audit.AuditReport;
import dev.skillpod.app.audit.GroupAudit;
import dev.skillpod.app.audit.GroupFile;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.log.ResultFile;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.TrainedPredictions;
import dev.skillpod.app.serving.SuccessPredictions;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.evaluation.ImpactRatios;
import dev.skillpod.core.model.TrainingRun;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares what is predicted of groups of learners. */
@Command(
        name = "audit",
        description =
                "Compare the predicted success of groups of learners that you name: selection rates, impact ratios"
                        + " with 95 %% intervals, the four-fifths rule. Groups are never stored, and no model sees them.")
public final class AuditCommand implements Callable<Integer> {
    /** Predictions, and what is closed after them. */
    public interface Source extends SuccessPredictions, AutoCloseable {
        @Override
        void close();
    }

    @Option(
            names = "--groups",
            required = true,
            description =
                    "Who belongs where: user_id,group or tenant_id,user_id,group with a header line; an empty group is"
                            + " not known; .gz is read as well.")
    private @Nullable Path groups;

    @Option(names = "--tenant", description = "Tenant of learners that name none (default: ${DEFAULT-VALUE}).")
    private String tenant = "default";

    @Option(
            names = "--reference",
            description = "The group to compare with, of at least " + ImpactRatios.LEAST_PEOPLE
                    + " people (default: the one that is selected most often).")
    private @Nullable String reference;

    @Option(
            names = "--share",
            description = "Selected is this share of all with a prediction, the best, above 0, at most 1 (default:"
                    + " ${DEFAULT-VALUE}, the better half).")
    private double share = 0.5;

    @Option(
            names = "--threshold",
            description = "Instead of --share: selected is who is predicted at least this, in [0, 1].")
    private @Nullable Double threshold;

    @Option(names = "--seed", description = "Seed of the intervals (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--output", description = "A CSV file to write besides.")
    private @Nullable Path output;

    private final Supplier<Source> predictions;

    /** Makes the command over the trained outcome model. */
    public AuditCommand() {
        this(TrainedSource::open);
    }

    /** Makes the command over other predictions, opened when options and file are known to be legal. */
    public AuditCommand(Supplier<Source> predictions) {
        this.predictions = predictions;
    }

    @Override
    public Integer call() {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("--share must be in (0, 1], was " + share);
        }
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("--threshold must be in [0, 1], was " + threshold);
        }
        if (output != null) {
            ResultFile.check(output);
        }
        GroupFile file = GroupFile.read(Objects.requireNonNull(groups, "picocli makes sure of it"), tenant);
        if (reference != null && !file.groups().containsValue(reference)) {
            throw new IllegalArgumentException("--reference must be a group of the file ("
                    + String.join(", ", new TreeSet<>(file.groups().values())) + "), was '" + reference + "'");
        }
        var question = new GroupAudit.Question(share, threshold, reference);
        GroupAudit audit;
        try (Source source = predictions.get()) {
            audit = GroupAudit.of(file, source, question, TrainingRun.of(seed, 1));
        }
        var report = new AuditReport(audit, question);
        System.out.print(report.markdown());
        if (output != null) {
            try (var result = new ResultFile(output)) {
                report.csv().forEach(result::row);
                result.complete();
            }
        }
        return 0;
    }

    /** The current model over the stored learners. */
    private record TrainedSource(Platform platform, TrainedPredictions predictions) implements Source {
        static Source open() {
            Platform platform = Platform.open(Settings.read(System.getenv()), new TerminalProgress());
            try {
                return new TrainedSource(platform, TrainedPredictions.of(platform));
            } catch (RuntimeException e) {
                platform.close();
                throw e;
            }
        }

        @Override
        public OptionalDouble of(LearnerKey learner) {
            return predictions.of(learner);
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
