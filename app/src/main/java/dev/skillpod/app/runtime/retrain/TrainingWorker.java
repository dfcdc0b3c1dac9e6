package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.JudgedTraining;
import dev.skillpod.app.runtime.ModelKind;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.StageLog;
import dev.skillpod.app.runtime.TrainingHeartbeat;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.TrainingJob;
import dev.skillpod.store.TrainingJobStore;
import dev.skillpod.store.model.UnfinishedVersions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the training process does: takes its job, trains one model after the other, says every second that it lives. It ends at once,
 * whatever it is at, when its job is cancelled or over, or when the service that started it is gone.
 */
public final class TrainingWorker {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);
    private static final int STOPPED = 3;
    private static final String ORPHANED = "the service that ran this training ended before it was finished";

    private final Platform platform;
    private final TrainingJobStore jobs;
    private final Path models;
    private final UUID id;
    private final TrainingHeartbeat heartbeat;

    private TrainingWorker(Platform platform, Path models, UUID id) {
        this.platform = platform;
        this.jobs = platform.database().trainings();
        this.models = models;
        this.id = id;
        this.heartbeat = new TrainingHeartbeat(jobs, id, () -> stop(() -> jobs.cancelled(id)));
    }

    /**
     * Does a job.
     *
     * @param parent ends when the service that started this process does
     * @return the exit code: 0 when the job was done, whatever came of it
     */
    public static int run(Settings settings, UUID id, InputStream parent) {
        var orphaned = watch(parent);
        try (Platform platform = Platform.marked(settings, Progress.SILENT, id.toString())) {
            var worker = new TrainingWorker(platform, settings.modelPath(), id);
            if (!worker.jobs.start(id)) {
                return STOPPED;
            }
            orphaned.then(worker);
            worker.heartbeat.start();
            worker.work(worker.jobs.find(id).orElseThrow());
            return 0;
        }
    }

    /** Notices the end of the service, also while this process is still starting. */
    private static Orphaned watch(InputStream parent) {
        var orphaned = new Orphaned();
        Thread.ofPlatform().daemon().name("skillpod-parent").start(() -> {
            try {
                while (parent.read() >= 0) {
                    // nothing is said here: only the end counts
                }
            } catch (IOException e) {
                LOG.debug("the service cannot be heard: {}", e.getMessage());
            }
            orphaned.happened();
        });
        return orphaned;
    }

    /** That the service is gone, and what to do then. */
    private static final class Orphaned {
        private boolean gone;
        private Runnable end = () -> Runtime.getRuntime().halt(STOPPED);

        synchronized void happened() {
            gone = true;
            end.run();
        }

        synchronized void then(TrainingWorker worker) {
            end = () -> worker.stop(() -> worker.jobs.fail(worker.id, ORPHANED));
            if (gone) {
                end.run();
            }
        }
    }

    private void work(TrainingJob job) {
        StageLog log = heartbeat.log();
        var training = new JudgedTraining(platform, job.order(), log, log);
        String by = "training " + id + ", by " + job.order().requestedBy();
        try {
            for (ModelKind<?> kind : ModelKinds.all()) {
                if (job.order().models().contains(kind.name())) {
                    training.train(kind, by, null);
                    heartbeat.write();
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.error("training failed", e);
            log.fail();
            heartbeat.write();
            heartbeat.close();
            jobs.fail(id, e.getMessage() == null ? e.toString() : e.getMessage());
            return;
        }
        heartbeat.close();
        log.failure().ifPresentOrElse(reason -> jobs.fail(id, reason), () -> jobs.finish(id));
    }

    /** Ends this process at once and leaves nothing unfinished. */
    private synchronized void stop(Runnable mark) {
        try {
            UnfinishedVersions.delete(models, id.toString()::equals);
            mark.run();
        } catch (StoreException e) {
            LOG.debug("the end of the training is not written: {}", e.getMessage());
        } finally {
            Runtime.getRuntime().halt(STOPPED);
        }
    }
}
