package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.Database;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.TrainingJobStore;
import dev.skillpod.store.TrainingOrder;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training in this process, of a command or of a first start. It is a job like those of the service: it holds the leases of its
 * models, so that no other training of them is under way, shows its stages, and can be cancelled, which it notices at its next
 * sign of progress. Used by one thread; {@link #stop} by any.
 */
public final class OwnTraining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTraining.class);

    private final TrainingJobStore jobs;
    private final UUID id;
    private final TrainingHeartbeat heartbeat;
    private final StageLog log;
    private final JudgedTraining training;
    private volatile boolean cancelled;

    private OwnTraining(Platform platform, TrainingOrder order, UUID id, Progress shown) {
        this.jobs = platform.database().trainings();
        this.id = id;
        this.heartbeat = new TrainingHeartbeat(jobs, id, () -> cancelled = true);
        this.log = heartbeat.log();
        this.training = new JudgedTraining(platform, order, log, (stage, done, total) -> {
            if (cancelled || heartbeat.isOver()) {
                throw new CancellationException("training " + id + " was stopped");
            }
            shown.report(stage, done, total);
            log.report(stage, done, total);
        });
    }

    /**
     * Takes the leases of the models.
     *
     * @param shown hears of the stages, too
     * @throws TrainingUnderWayException when one of the models is being trained
     */
    public static OwnTraining begin(Platform platform, TrainingOrder order, Progress shown) {
        Database database = platform.database();
        TrainingJobStore.Placed placed = database.trainings().place(order);
        if (placed.alreadyRunning()) {
            throw new TrainingUnderWayException(order, placed.job());
        }
        var own = new OwnTraining(platform, order, placed.job().id(), shown);
        own.cancelled = !database.trainings().start(own.id);
        own.heartbeat.start();
        return own;
    }

    /**
     * Trains one of the models, see {@link JudgedTraining#train}.
     *
     * @throws CancellationException when somebody cancelled it
     */
    public Result train(ModelKind<?> kind, String by, @Nullable String reason) {
        try {
            Result result = training.train(kind, by, reason);
            heartbeat.write();
            return result;
        } catch (CancellationException e) {
            end(() -> jobs.cancelled(id));
            throw e;
        } catch (RuntimeException | Error e) {
            log.fail();
            heartbeat.write();
            stop(e.getMessage() == null ? e.toString() : e.getMessage());
            throw e;
        }
    }

    /** Lets go of the models before the work is done, which then stops at its next sign of progress; nothing when it is over. */
    public void stop(String reason) {
        end(() -> jobs.fail(id, reason));
    }

    /** Ends the job: it failed when none of its models could be trained. */
    @Override
    public void close() {
        log.failure().ifPresentOrElse(this::stop, () -> end(() -> jobs.finish(id)));
    }

    private synchronized void end(Runnable mark) {
        if (heartbeat.isOver()) {
            return;
        }
        heartbeat.close();
        try {
            mark.run();
        } catch (StoreException e) {
            LOG.debug("the end of training {} is not written: {}", id, e.getMessage());
        }
    }
}
