package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.Job;
import dev.skillpod.app.serving.JobLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs in memory. */
public final class InMemoryJobs implements JobLog {
    private final Map<UUID, Job> jobs = new LinkedHashMap<>();
    private final Map<UUID, List<JobResult>> results = new LinkedHashMap<>();

    @Override
    public synchronized Job create(String tenantId, int total, Instant at) {
        Job job = Job.queued(UUID.randomUUID(), tenantId, total, at);
        jobs.put(job.id(), job);
        results.put(job.id(), new ArrayList<>());
        return job;
    }

    @Override
    public synchronized boolean update(Job job) {
        Job stored = jobs.get(job.id());
        if (stored == null || stored.state().ended()) {
            return false;
        }
        jobs.put(job.id(), job.progressed(Math.max(job.done(), stored.done())));
        return true;
    }

    @Override
    public synchronized Optional<Job> find(String tenantId, UUID id) {
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> tenantId == null || job.tenantId().equals(tenantId));
    }

    @Override
    public synchronized void addResults(Job job, List<JobResult> added) {
        results.get(job.id()).addAll(added);
    }

    @Override
    public synchronized int available(Job job) {
        return results.get(job.id()).size();
    }

    @Override
    public synchronized List<JobResult> results(Job job, int offset, int limit) {
        return results.get(job.id()).stream()
                .sorted(Comparator.comparingInt(JobResult::position))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int failUnfinished(String reason, Instant at) {
        List<Job> unfinished =
                jobs.values().stream().filter(job -> !job.state().ended()).toList();
        unfinished.forEach(job -> jobs.put(job.id(), job.ended(Job.State.FAILED, at, reason)));
        return unfinished.size();
    }
}
