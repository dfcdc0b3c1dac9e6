package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerCaches;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** What the database and the caches hold about learners. */
final class StoredArchive implements LearnerArchive {
    private final ServiceRuntime runtime;
    private final ObjectProvider<LearnerCaches> caches;

    StoredArchive(ServiceRuntime runtime, ObjectProvider<LearnerCaches> caches) {
        this.runtime = runtime;
        this.caches = caches;
    }

    @Override
    public Map<String, List<String>> export(LearnerKey learner) {
        return runtime.database().export(learner);
    }

    @Override
    public boolean erasedSince(LearnerKey learner, Instant since) {
        return DatabaseCall.make(() -> runtime.database().erasedSince(learner, since));
    }

    /** Caches go last: what is computed after the rows are gone holds nothing of them. */
    @Override
    public Map<String, Integer> erase(LearnerKey learner) {
        Erasure erasure = runtime.database().erase(learner);
        caches.orderedStream().forEach(cache -> cache.evict(learner));
        return Map.of(
                "learners", erasure.profiles(),
                "events", erasure.events(),
                "recommendations", erasure.recommendations(),
                "learning_paths", erasure.paths(),
                "job_results", erasure.results());
    }
}
