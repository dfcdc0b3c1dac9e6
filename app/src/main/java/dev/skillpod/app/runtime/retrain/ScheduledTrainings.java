package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.Retraining.Order;
import dev.skillpod.app.serving.Retraining.Placed;
import dev.skillpod.store.Database;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the schedule every few seconds, as long as the service runs. */
final class ScheduledTrainings implements RetrainSchedule.Trainings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledTrainings.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ServiceRuntime runtime;
    private final StoredRetraining retraining;
    private final TrainingSupervisor supervisor;
    private final RetrainSchedule schedule;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("skillpod-schedule").daemon().factory());
    private boolean cleared;

    @SuppressWarnings("FutureReturnValueIgnored") // looks handle their failures
    ScheduledTrainings(
            ServiceRuntime runtime, StoredRetraining retraining, TrainingSupervisor supervisor, InstantSource clock) {
        this.runtime = runtime;
        this.retraining = retraining;
        this.supervisor = supervisor;
        this.schedule = new RetrainSchedule(runtime.settings().retrain(), clock, this);
        worker.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (runtime.live().notReady().isPresent()) {
            return;
        }
        try {
            if (!cleared) {
                supervisor.clearLeftovers();
                cleared = true;
            }
        } catch (StoreException e) {
            LOG.debug("what trainings left is looked at again later: {}", e.getMessage());
        }
        schedule.look();
    }

    @Override
    public boolean take(String name, Instant due) {
        return runtime.database().trainings().take(name, due);
    }

    @Override
    public OptionalDouble newShare() {
        Database database = runtime.database();
        OptionalLong trainedOn = trainedOn(database);
        if (trainedOn.isEmpty() || database.trainings().unfinished().isPresent() || wouldFail()) {
            return OptionalDouble.empty();
        }
        long now = database.trainingRows().engagementCount();
        return OptionalDouble.of((now - trainedOn.getAsLong()) / (double) Math.max(1, trainedOn.getAsLong()));
    }

    /**
     * Returns the engagements there were at the last training, whatever came of it, so that one that is refused is not tried again
     * until more comes; without one, those of the model that serves; without either, none.
     */
    private OptionalLong trainedOn(Database database) {
        var last = database.trainings().newest(RecommenderFiles.MODEL);
        if (last.isPresent()) {
            return OptionalLong.of(last.get().order().engagements());
        }
        List<LoadedModel> loaded = runtime.live().loaded();
        Long rows = loaded.isEmpty()
                ? (Long) 0L
                : loaded.getFirst().provenance().rowCounts().get("engagements");
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /** Whether nothing serves because there is too little to train on: then every new event would set off another failure. */
    private boolean wouldFail() {
        return runtime.live().loaded().isEmpty()
                && !ModelKinds.RECOMMENDER.planner().apply(runtime.platform()).enough();
    }

    @Override
    public void order(Trigger trigger) {
        Placed placed = retraining.order(new Order(List.of(), null, null, true, "the service itself"), trigger);
        if (placed.alreadyRunning()) {
            LOG.info(
                    "training {} is under way, so none is begun by {}",
                    placed.training().id(),
                    trigger);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
