package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.store.Database;
import dev.skillpod.store.JobState;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.StoreUnavailableException;
import dev.skillpod.store.TrainingJob;
import dev.skillpod.store.TrainingJobStore;
import dev.skillpod.store.TrainingJobStore.Placed;
import dev.skillpod.store.TrainingOrder;
import dev.skillpod.store.model.UnfinishedVersions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Starts training processes for the orders of this service, and sees to it that each job ends: by its process, or, when that
 * died, marked failed with the reason. Closing it ends the processes. Thread-safe.
 */
final class TrainingSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingSupervisor.class);
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String STOPPED = "the service was stopped before the training was finished";

    private final ServiceRuntime runtime;
    private final Settings settings;
    private final Map<UUID, Process> processes = new ConcurrentHashMap<>();
    private volatile boolean closed;

    TrainingSupervisor(ServiceRuntime runtime, Settings settings) {
        this.runtime = runtime;
        this.settings = settings;
    }

    /** Begins a training, unless one of its models is being trained: then that one is returned. */
    Placed order(TrainingOrder order) {
        Placed placed = jobs().place(order);
        if (!placed.alreadyRunning()) {
            launch(placed.job());
        }
        return placed;
    }

    private void launch(TrainingJob job) {
        UUID id = job.id();
        Process process;
        try {
            Database database = runtime.database();
            process = new TrainingProcess(settings, database.url())
                    .start(id, job.order().threads());
        } catch (IOException e) {
            LOG.error("the training process cannot be started: {}", e.getMessage());
            jobs().fail(id, "the training process cannot be started: " + e.getMessage());
            return;
        }
        processes.put(id, process);
        LOG.info(
                "training {} of {} in process {}, {}",
                id,
                String.join(", ", job.order().models()),
                process.pid(),
                job.order().trigger());
        Thread.ofVirtual().name("training-" + id).start(() -> attend(id, process));
        if (closed) {
            process.destroyForcibly();
        }
    }

    /** Follows a process to its end. */
    private void attend(UUID id, Process process) {
        String last = passOnLines(process);
        try {
            int code = process.waitFor();
            processes.remove(id);
            settle(id, code, last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            LOG.warn("the end of training {} could not be written: {}", id, e.getMessage());
        }
    }

    /** Logs what the process says, which is little, and returns the last of it. */
    private static String passOnLines(Process process) {
        String last = "";
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.contains("Using incubator modules")) {
                    LOG.info("training process: {}", line);
                    last = line;
                }
            }
        } catch (IOException e) {
            LOG.debug("the training process cannot be heard: {}", e.getMessage());
        }
        return last;
    }

    /**
     * Marks a job whose process is gone and left it open. While PostgreSQL is away, which often is why the process is gone, this
     * waits, so that the job says why it failed; otherwise it would only be said that nothing was heard of it.
     */
    private void settle(UUID id, int code, String lastLine) throws InterruptedException {
        clear(id.toString()::equals);
        while (!closed) {
            try {
                mark(id, code, lastLine);
                return;
            } catch (StoreUnavailableException e) {
                LOG.debug("the end of training {} waits for PostgreSQL: {}", id, e.getMessage());
                Thread.sleep(AGAIN);
            }
        }
        mark(id, code, lastLine);
    }

    private void mark(UUID id, int code, String lastLine) {
        TrainingJob job = jobs().find(id).orElseThrow();
        if (job.state().finished()) {
            LOG.info("training {} {}", id, job.state().name().toLowerCase(java.util.Locale.ROOT));
        } else if (job.cancelRequested()) {
            jobs().cancelled(id);
            LOG.info("training {} cancelled", id);
        } else {
            String reason = closed
                    ? STOPPED
                    : "the training process " + (code > 128 ? "was killed (signal " + (code - 128) + ", " : "ended (")
                            + "exit code " + code + ")" + (lastLine.isEmpty() ? "" : ": " + lastLine);
            jobs().fail(id, reason);
            LOG.atLevel(closed ? Level.INFO : Level.ERROR).log("training {} failed: {}", id, reason);
        }
    }

    /**
     * Stops a training, here at once and on another replica within seconds.
     *
     * @return false when it is not known or has ended
     */
    boolean cancel(UUID id) {
        if (!jobs().requestCancel(id)) {
            return false;
        }
        Process process = processes.get(id);
        if (process != null) {
            end(process);
            clear(id.toString()::equals);
            jobs().cancelled(id);
        } else if (jobs().find(id).filter(j -> j.state() == JobState.QUEUED).isPresent()) {
            jobs().cancelled(id);
        }
        return true;
    }

    /** Deletes what trainings that are over had not finished saving: once at the start, for those of earlier services. */
    void clearLeftovers() {
        clear(mark -> uuid(mark)
                .flatMap(id -> jobs().find(id))
                .filter(job -> job.state().finished())
                .isPresent());
    }

    private void clear(Predicate<String> gone) {
        try {
            Path models = settings.modelPath();
            int deleted = UnfinishedVersions.delete(models, gone);
            if (deleted > 0) {
                LOG.info("deleted {} unfinished versions in {}", deleted, models);
            }
        } catch (StoreException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("training process {} does not end", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private TrainingJobStore jobs() {
        return runtime.database().trainings();
    }

    /** Ends the processes and marks their jobs, while the database is still open. */
    @Override
    public void close() {
        closed = true;
        processes.forEach((id, process) -> {
            end(process);
            try {
                clear(id.toString()::equals);
                jobs().fail(id, STOPPED);
            } catch (StoreException e) {
                LOG.debug("training {} is marked at the next start: {}", id, e.getMessage());
            }
        });
    }
}
