package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.CatalogWriter.Upserted;
import dev.skillpod.app.serving.JobBoard;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.store.PostingWrite;
import java.util.List;
import java.util.Optional;

/** The job postings in the database. */
final class StoredPostings implements JobBoard {
    private final ServiceRuntime runtime;

    StoredPostings(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Upserted putPostings(List<JobPosting> postings) {
        PostingWrite write = runtime.database().postings().upsert(postings);
        return new Upserted(write.created(), write.replaced());
    }

    @Override
    public Optional<JobPosting> posting(String jobId) {
        return runtime.database().postings().find(jobId);
    }
}
