package dev.skillpod.app.jobs;

import dev.skillpod.app.serving.Job;
import dev.skillpod.app.serving.JobLog;
import dev.skillpod.app.serving.JobLog.JobResult;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.LearnerKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the users of a batch one after another, each job on one thread of a small pool of low priority. Users who were erased
 * since the job was created count as done and have no result. Thread-safe.
 *
 * <p>While the database is away a job waits. The log is the truth: a job is cancelled by writing so, and the thread that works on
 * it finds out when it next records its progress. Nothing resumes after a restart: what was unfinished then is failed, and its
 * results so far remain.
 */
public final class BatchJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchJobs.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final JobLog log;
    private final UserAnswer answer;
    private final InstantSource clock;
    private final JobsConfig config;
    private final ThreadPoolExecutor pool;

    /** Starts the pool and fails what an earlier run of the service left unfinished. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint only: nothing depends on it
    public BatchJobs(JobLog log, UserAnswer answer, InstantSource clock, JobsConfig config) {
        this.log = log;
        this.answer = answer;
        this.clock = clock;
        this.config = config;
        this.pool = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.waiting()),
                Thread.ofPlatform()
                        .name("batch-job-", 0)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        pool.allowCoreThreadTimeOut(true);
        int unfinished = log.failUnfinished("the service was stopped while the job was unfinished", clock.instant());
        if (unfinished > 0) {
            LOG.warn("{} batch jobs were unfinished when the service stopped; they are failed", unfinished);
        }
    }

    /**
     * Queues a job.
     *
     * @param userIds the users, none twice
     * @throws JobsFullException when too many jobs are waiting
     */
    public Job submit(String tenantId, List<String> userIds) {
        List<String> users = List.copyOf(userIds);
        if (pool.getQueue().remainingCapacity() == 0) {
            throw new JobsFullException(config.waiting());
        }
        Job job = log.create(tenantId, users.size(), clock.instant());
        try {
            pool.execute(() -> run(job, users));
        } catch (RejectedExecutionException e) {
            log.update(job.ended(Job.State.FAILED, clock.instant(), "too many jobs were waiting"));
            throw new JobsFullException(config.waiting());
        }
        return job;
    }

    /** Returns the job of that id; see {@link JobLog#find}. */
    public Optional<Job> find(@Nullable String tenantId, UUID id) {
        return log.find(tenantId, id);
    }

    /** Returns how many results there are so far. */
    public int available(Job job) {
        return log.available(job);
    }

    /** Returns results by position; see {@link JobLog#results}. */
    public List<JobResult> results(Job job, int offset, int limit) {
        return log.results(job, offset, limit);
    }

    /**
     * Cancels a job that has not ended; what it answered so far remains.
     *
     * @return the job afterwards; its state is CANCELLED exactly when this call or an earlier one cancelled it
     */
    public Optional<Cancelled> cancel(@Nullable String tenantId, UUID id) {
        Optional<Job> job = log.find(tenantId, id);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        boolean now = log.update(job.get().ended(Job.State.CANCELLED, clock.instant(), null));
        return log.find(tenantId, id).map(after -> new Cancelled(after, now));
    }

    /**
     * What cancelling did.
     *
     * @param job the job afterwards
     * @param byThisCall false when the job had ended before
     */
    public record Cancelled(Job job, boolean byThisCall) {}

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private void run(Job queued, List<String> users) {
        Job job = queued.started(clock.instant());
        try {
            if (!updated(job)) {
                return;
            }
            for (int from = 0; from < users.size(); from += config.chunk()) {
                int to = Math.min(from + config.chunk(), users.size());
                Job chunk = job;
                List<JobResult> answers = answers(chunk, users, from, to);
                patiently(() -> {
                    log.addResults(chunk, answers);
                    return true;
                });
                boolean stopped = Thread.currentThread().isInterrupted();
                job = job.progressed(stopped ? from + answers.size() : to);
                if (stopped) {
                    log.update(job.ended(Job.State.FAILED, clock.instant(), "the service was stopped"));
                    return;
                }
                if (!updated(job)) {
                    return;
                }
            }
            updated(job.ended(Job.State.SUCCEEDED, clock.instant(), null));
        } catch (RuntimeException e) {
            LOG.error("batch job {} failed after {} of {} users", job.id(), job.done(), job.total(), e);
            fail(job);
        }
    }

    private boolean updated(Job job) {
        return patiently(() -> log.update(job));
    }

    /** Takes a step again and again while the database is away: the job is this thread's, so that nobody else would end it. */
    private static <T> T patiently(Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (StoreUnavailableException e) {
                try {
                    Thread.sleep(AGAIN);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    private List<JobResult> answers(Job job, List<String> users, int from, int to) {
        var results = new ArrayList<JobResult>(to - from);
        for (int i = from; i < to && !Thread.currentThread().isInterrupted(); i++) {
            int position = i;
            var learner = new LearnerKey(job.tenantId(), users.get(i));
            patiently(() -> answer.json(learner, job.createdAt()))
                    .ifPresent(json -> results.add(new JobResult(position, learner.userId(), json)));
        }
        return results;
    }

    private void fail(Job job) {
        try {
            updated(job.ended(
                    Job.State.FAILED, clock.instant(), "an answer could not be made or kept; the log has the reason"));
        } catch (RuntimeException e) {
            LOG.error("batch job {} could not be marked as failed", job.id(), e);
        }
    }
}
