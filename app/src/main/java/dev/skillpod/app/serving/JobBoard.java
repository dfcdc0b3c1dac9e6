package dev.skillpod.app.serving;

import dev.skillpod.core.activity.JobPosting;
import java.util.List;
import java.util.Optional;

/** The jobs that were posted. Shared by all tenants. Thread-safe. */
public interface JobBoard {
    /** Writes postings, all of them or none; one of the same id is replaced. */
    CatalogWriter.Upserted putPostings(List<JobPosting> postings);

    /** Returns a posting; empty when there is none of this id. */
    Optional<JobPosting> posting(String jobId);
}
