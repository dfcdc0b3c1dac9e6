package dev.skillpod.app.runtime;

import dev.skillpod.store.StoreException;
import dev.skillpod.store.TrainingJobStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every second, and when a stage begins, how far a training is, which keeps the leases of its models; hears at that when the
 * training is not wanted any more. Thread-safe.
 */
public final class TrainingHeartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingHeartbeat.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final TrainingJobStore jobs;
    private final UUID id;
    private final Runnable unwanted;
    private final StageLog log;
    private final Thread beat;
    private volatile boolean over;

    /**
     * Makes one that does not beat yet.
     *
     * @param id of a job that was started
     * @param unwanted called, perhaps more than once, when the job was cancelled or somebody else ended it
     */
    public TrainingHeartbeat(TrainingJobStore jobs, UUID id, Runnable unwanted) {
        this.jobs = jobs;
        this.id = id;
        this.unwanted = unwanted;
        this.log = new StageLog(InstantSource.system(), this::write);
        this.beat =
                Thread.ofPlatform().daemon().name("skillpod-training-heartbeat").unstarted(this::beat);
    }

    /** Begins to beat. */
    public void start() {
        beat.start();
    }

    /** Returns what it writes. */
    public StageLog log() {
        return log;
    }

    /** Writes now; one at a time, so that nothing older comes after something newer. */
    public synchronized void write() {
        try {
            if (!over
                    && !jobs.progress(id, TrainingReport.json(log.stages()), TrainingReport.json(log.results()))
                    && !over) {
                unwanted.run();
            }
        } catch (StoreException e) {
            LOG.debug("progress is not written: {}", e.getMessage());
        }
    }

    /** Returns whether it was closed. */
    public boolean isOver() {
        return over;
    }

    /** Writes no more, and does not say any more that the training is unwanted. */
    @Override
    public void close() {
        over = true;
        beat.interrupt();
    }

    private void beat() {
        while (!over) {
            write();
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
