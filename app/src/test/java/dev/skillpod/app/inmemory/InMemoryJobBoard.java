package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogWriter.Upserted;
import dev.skillpod.app.serving.JobBoard;
import dev.skillpod.core.activity.JobPosting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Job postings in memory; none at first. */
public final class InMemoryJobBoard implements JobBoard {
    private final Map<String, JobPosting> postings = new LinkedHashMap<>();

    @Override
    public synchronized Upserted putPostings(List<JobPosting> rows) {
        int before = postings.size();
        rows.forEach(row -> postings.put(row.id(), row));
        int created = postings.size() - before;
        return new Upserted(created, rows.size() - created);
    }

    @Override
    public synchronized Optional<JobPosting> posting(String jobId) {
        return Optional.ofNullable(postings.get(jobId));
    }
}
