package dev.skillpod.core.gap.market;

import dev.skillpod.core.activity.JobPosting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The postings that are known, by job id. Immutable and thread-safe. */
public final class Postings {
    private final List<JobPosting> all;
    private final Map<String, JobPosting> byId;

    /** Takes a snapshot; of postings with the same id the last one counts. */
    public Postings(Collection<JobPosting> postings) {
        this.all = List.copyOf(postings);
        this.byId = HashMap.newHashMap(all.size());
        all.forEach(posting -> byId.put(posting.id(), posting));
    }

    /** Returns a posting; empty when nobody put it. */
    public Optional<JobPosting> find(String jobId) {
        return Optional.ofNullable(byId.get(jobId));
    }

    /** Returns all of them, in the order they were given in. */
    public List<JobPosting> all() {
        return all;
    }
}
