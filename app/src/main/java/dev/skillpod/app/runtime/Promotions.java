package dev.skillpod.app.runtime;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.InsufficientDataException;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges versions against the champion and moves aliases. Thread-safe. */
public final class Promotions {
    private static final String LOADABLE = "loadable";

    /** For so long a verdict counts: later there are newer lists to judge on. */
    private static final Duration FRESH = Duration.ofHours(24);

    private final Platform platform;
    private final TrainingSources sources;
    private final int threads;
    private final Progress progress;

    /** Judges on what the database holds, on that many threads. */
    public Promotions(TrainingSources sources, int threads, Progress progress) {
        this.platform = sources.platform();
        this.sources = sources;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Asks the gate about a version, against the champion of now, and keeps its verdict.
     *
     * @throws NoSuchVersionException when there is no such version
     */
    public GateVerdict judge(String model, String version, String by) {
        GateVerdict verdict = verdict(ModelKinds.named(model), version);
        platform.registry().judged(model, version, verdict, by);
        return verdict;
    }

    private <T extends TrainedModel> GateVerdict verdict(ModelKind<T> kind, String version) {
        String model = kind.name();
        if (platform.registry().find(model, version).isEmpty()) {
            throw new NoSuchVersionException(model, version);
        }
        @Nullable String against = platform.registry().aliases(model).champion().orElse(null);
        progress.report("judging " + model, 0, 0);
        var checks = new ArrayList<GateCheck>();
        try {
            CurrentModel<T> candidate = kind.read(platform.registry(), version);
            checks.add(GateCheck.of(LOADABLE, true, null, null, "its files must be those that were registered"));
            var run = new TrainingRun(candidate.stored().provenance().seed(), threads, Instant.now(), progress);
            checks.addAll(
                    kind.gate().judge(new ModelKind.Question<>(candidate, champion(kind, against), sources, run)));
        } catch (CorruptModelException | IllegalArgumentException e) {
            checks.add(GateCheck.of(LOADABLE, false, null, null, String.valueOf(e.getMessage())));
        } catch (InsufficientDataException e) {
            checks.add(GateCheck.of("data", false, null, null, String.valueOf(e.getMessage())));
        }
        return new GateVerdict(against, checks, Instant.now());
    }

    private <T extends TrainedModel> Optional<CurrentModel<T>> champion(ModelKind<T> kind, @Nullable String version) {
        if (version == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.read(platform.registry(), version));
        } catch (CorruptModelException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Lets an alias name a version; one that shall become the champion is judged first unless it is forced.
     *
     * @throws NoSuchVersionException when there is no such version
     * @throws PromotionRefusedException when the gate refuses it
     */
    public ModelAliases promote(Promotion wish) {
        if (wish.alias() == ModelAlias.CHAMPION && !wish.force() && !judgedLately(wish)) {
            judge(wish.model(), wish.version(), wish.by());
        }
        return platform.registry().promote(wish);
    }

    /** Whether the newest verdict was given against the champion of now, not long ago. */
    private boolean judgedLately(Promotion wish) {
        @Nullable
        String champion = platform.registry().aliases(wish.model()).champion().orElse(null);
        if (wish.version().equals(champion)) {
            return true;
        }
        return platform.registry()
                .find(wish.model(), wish.version())
                .flatMap(ModelVersion::gate)
                .filter(verdict -> Objects.equals(verdict.against(), champion))
                .filter(verdict -> verdict.judgedAt().isAfter(Instant.now().minus(FRESH)))
                .isPresent();
    }

    /** Makes a version the champion if the gate lets it pass; returns the verdict. */
    public GateVerdict promoteIfBetter(String model, String version, String by, @Nullable String reason) {
        GateVerdict verdict = judge(model, version, by);
        if (verdict.passed() && !against(verdict, model)) { // the champion moved meanwhile
            verdict = judge(model, version, by);
        }
        if (verdict.passed()) {
            platform.registry().promote(Promotion.champion(model, version, by, reason));
        }
        return verdict;
    }

    private boolean against(GateVerdict verdict, String model) {
        return Objects.equals(
                verdict.against(), platform.registry().aliases(model).champion().orElse(null));
    }

    /** Goes back to the champion before, as soon as one can be read. */
    public static ModelAliases rollback(
            PostgresModelRegistry registry, String model, String by, @Nullable String reason) {
        ModelKind<?> kind = ModelKinds.named(model);
        return registry.rollback(model, version -> readable(registry, kind, version), by, reason);
    }

    /** Returns whether this program can read a version. */
    public static boolean readable(PostgresModelRegistry registry, ModelKind<?> kind, String version) {
        try {
            kind.read(registry, version);
            return true;
        } catch (CorruptModelException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the checks that were not passed, one line each, for people. */
    public static List<String> lines(GateVerdict verdict) {
        return verdict.checks().stream()
                .map(check -> (check.passed() ? "ok      " : "refused ") + check.name() + ": " + check.detail())
                .toList();
    }
}
