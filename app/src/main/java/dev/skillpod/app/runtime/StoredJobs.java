package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Job;
import dev.skillpod.app.serving.JobLog;
import dev.skillpod.store.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Batch jobs in the database, visible from every replica. */
final class StoredJobs implements JobLog {
    private static final String KIND = "batch-recommendations";

    private final ServiceRuntime runtime;

    StoredJobs(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Job create(String tenantId, int total, Instant at) {
        return job(jobs().create(tenantId, KIND, total, null));
    }

    @Override
    public boolean update(Job job) {
        return DatabaseCall.make(() -> written(job));
    }

    private boolean written(Job job) {
        String tenant = job.tenantId();
        UUID id = job.id();
        return switch (job.state()) {
            case QUEUED -> true;
            case RUNNING -> jobs().start(tenant, id) || jobs().progress(tenant, id, job.done());
            case SUCCEEDED -> jobs().finish(tenant, id, null);
            case FAILED -> {
                String error = job.error();
                yield jobs().fail(tenant, id, error == null ? "unknown" : error);
            }
            case CANCELLED -> {
                boolean asked = jobs().requestCancel(tenant, id);
                jobs().cancelled(tenant, id);
                yield asked;
            }
        };
    }

    @Override
    public Optional<Job> find(@Nullable String tenantId, UUID id) {
        return (tenantId == null ? jobs().find(id) : jobs().find(tenantId, id)).map(StoredJobs::job);
    }

    @Override
    public void addResults(Job job, List<JobResult> results) {
        var rows = results.stream()
                .map(r -> new dev.skillpod.store.JobResult(r.position(), r.userId(), r.json()))
                .toList();
        DatabaseCall.make(() -> {
            jobs().addResults(job.tenantId(), job.id(), rows);
            return true;
        });
    }

    @Override
    public int available(Job job) {
        return jobs().resultCount(job.tenantId(), job.id());
    }

    @Override
    public List<JobResult> results(Job job, int offset, int limit) {
        return jobs().results(job.tenantId(), job.id(), offset, limit).stream()
                .map(r -> new JobResult(r.position(), r.userId(), r.json()))
                .toList();
    }

    /** Nothing to do: the store itself fails the jobs of processes that are gone, and only those. */
    @Override
    public int failUnfinished(String reason, Instant at) {
        return 0;
    }

    private JobStore jobs() {
        return runtime.database().jobs();
    }

    private static Job job(dev.skillpod.store.Job job) {
        return new Job(
                job.id(),
                job.tenantId(),
                Job.State.valueOf(job.state().name()),
                (int) job.done(),
                (int) job.total(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.error());
    }
}
