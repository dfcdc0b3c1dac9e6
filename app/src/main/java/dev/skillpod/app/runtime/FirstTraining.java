package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.TrainingOrder;
import dev.skillpod.store.TrainingOrder.Promote;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Trains at a start what no champion can be read of, not even an earlier one. What the gate refused already is not trained once more
 * on the same data: that is for the schedule, the freshness trigger, or whoever orders it. Of several processes that start, one
 * trains a model and the others wait for it.
 */
final class FirstTraining {
    private static final Logger LOG = LoggerFactory.getLogger(FirstTraining.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String BY = "first start";
    private static final String REASON = "nothing else could answer";
    private static final String STOPPED = "the service was stopped before the training was finished";

    private final Platform platform;
    private volatile boolean stopped;
    private volatile @Nullable OwnTraining running;

    FirstTraining(Platform platform) {
        this.platform = platform;
    }

    /** Trains those of the kinds that are missing, one after the other. */
    void trainMissing(List<ModelKind<?>> kinds, int threads, Progress progress) {
        for (ModelKind<?> kind : kinds) {
            boolean waiting = false;
            while (!stopped && isMissing(kind) && !isRefused(kind, threads, progress)) {
                try {
                    train(kind, threads, progress);
                    break;
                } catch (TrainingUnderWayException e) {
                    if (!waiting) {
                        LOG.info("waiting: {}", e.getMessage());
                        progress.report("waiting for another training of " + kind.name(), 0, 0);
                    }
                    waiting = true;
                    pause();
                }
            }
        }
    }

    /** Lets go of what is being trained, because the service ends. */
    void stop() {
        stopped = true;
        OwnTraining training = running;
        if (training != null) {
            training.stop(STOPPED);
        }
    }

    private boolean isMissing(ModelKind<?> kind) {
        return platform.registry().champions(kind.name()).stream()
                .noneMatch(version -> Promotions.readable(platform.registry(), kind, version));
    }

    /**
     * Whether a version is there that another training would only repeat, and the gate refuses it. A verdict against a champion that
     * cannot be read any more does not count: such a version is judged again, and may serve.
     */
    private boolean isRefused(ModelKind<?> kind, int threads, Progress progress) {
        Optional<ModelVersion> newest = platform.registry().versions(kind.name()).stream()
                .filter(version ->
                        version.gate().isPresent() && Promotions.readable(platform.registry(), kind, version.version()))
                .findFirst();
        if (newest.isEmpty()
                || newest.get().gate().filter(GateVerdict::passed).isPresent()
                || !kind.planner().apply(platform).repeats(newest.get().provenance())) {
            return false;
        }
        String version = newest.get().version();
        GateVerdict verdict = newest.get()
                .gate()
                .filter(known -> known.against() == null)
                .orElseGet(() -> new Promotions(new TrainingSources(platform), threads, progress)
                        .promoteIfBetter(kind.name(), version, BY, REASON));
        if (!verdict.passed()) {
            LOG.warn(
                    "{} {} does not answer, {}: the gate refused it at {} and little is new since then, so that it is not"
                            + " trained again by itself: {}",
                    kind.name(),
                    version,
                    kind.without(),
                    verdict.judgedAt(),
                    verdict.reasons());
        }
        return true;
    }

    private void train(ModelKind<?> kind, int threads, Progress progress) {
        TrainingPlan plan = kind.planner().apply(platform);
        if (!plan.enough()) {
            LOG.info("{} is not trained yet, {}: {}", kind.name(), kind.without(), plan.missing());
            return;
        }
        var order = new TrainingOrder(
                List.of(kind.name()),
                Trigger.REQUEST,
                BY,
                Training.DEFAULT_SEED,
                threads,
                Promote.IF_BETTER,
                platform.database().trainingRows().engagementCount());
        try (OwnTraining training = OwnTraining.begin(platform, order, progress)) {
            running = training;
            Result result = training.train(kind, BY, REASON);
            if (result.version() == null) {
                LOG.info("{} is not trained yet, {}: {}", kind.name(), kind.without(), result.reason());
            } else if (!result.promoted()) {
                LOG.warn(
                        "{} {} does not answer, {}: {}",
                        kind.name(),
                        result.version(),
                        kind.without(),
                        result.reason());
            }
        } catch (CancellationException e) {
            LOG.atLevel(stopped ? Level.DEBUG : Level.WARN)
                    .log("{} is not trained, {}: {}", kind.name(), kind.without(), e.getMessage());
        } finally {
            running = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another training", e);
        }
    }
}
