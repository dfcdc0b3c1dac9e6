package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.EventConflictException;
import dev.skillpod.app.serving.EventSink;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.LearnerSearch;
import dev.skillpod.app.serving.RecommendationLog;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.store.AppendResult;
import dev.skillpod.store.EventConflict;
import dev.skillpod.store.ServedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Learners, their events and the lists they were shown, in the database. */
final class StoredLearners implements LearnerDirectory, LearnerSearch, EventSink, RecommendationLog {

    private final ServiceRuntime runtime;

    StoredLearners(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Optional<LearnerProfile> profile(LearnerKey learner) {
        return runtime.database().learners().find(learner);
    }

    @Override
    public LearnerHistory history(LearnerKey learner) {
        runtime.trace().tenant(learner.tenantId());
        return DatabaseCall.make(() ->
                runtime.trace().stage("store", () -> runtime.database().events().history(learner)));
    }

    @Override
    public boolean putProfile(LearnerKey learner, LearnerProfile profile) {
        boolean fresh = profile(learner).isEmpty();
        runtime.database().learners().upsert(learner, profile, DataSource.REAL);
        return fresh;
    }

    @Override
    public List<Found> startingWith(String tenantId, String prefix, int limit) {
        return runtime.database().learners().startingWith(tenantId, prefix, limit).stream()
                .map(stored -> new Found(stored.learner(), stored.profile(), stored.source()))
                .toList();
    }

    @Override
    public Appended append(List<LearnerEvent> events) {
        AppendResult result =
                runtime.trace().stage("store", () -> runtime.database().events().append(events));
        if (!result.accepted()) {
            throw new EventConflictException(
                    result.conflicts().stream().map(EventConflict::eventId).toList());
        }
        return new Appended(result.inserted(), result.duplicates());
    }

    @Override
    public void keep(LearnerKey learner, RecommendationList list, Instant answeredAt) {
        try {
            runtime.database().recommendations().offer(ServedList.of(list, learner, answeredAt));
        } catch (StoreUnavailableException e) {
            // Still starting: nothing was answered from the store, so there is nothing to refer to later.
        }
    }
}
