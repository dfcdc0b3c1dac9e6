package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.GenerationMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Export and erasure reach everything, and what was computed before does not come back. */
class LearnerRightsIT {
    private final Database database = SharedDatabase.get();
    private final String tenant = SharedDatabase.unique("rights");
    private final LearnerKey ann = new LearnerKey(tenant, "ann");
    private final LearnerKey bob = new LearnerKey(tenant, "bob");

    @Test
    void theExportHasEveryRow() {
        Job job = fill(ann);
        fill(bob);

        var export = database.export(ann);

        assertThat(export.get("learners")).hasSize(1).first().asString().contains("weekly_learning_hours");
        assertThat(export.get("events")).hasSize(8);
        assertThat(export.get("recommendations")).hasSize(1).first().asString().contains("propensities");
        assertThat(export.get("learning_paths")).hasSize(1);
        assertThat(export.get("job_results"))
                .hasSize(1)
                .first()
                .asString()
                .contains(job.id().toString());
        assertThat(export.toString()).doesNotContain("bob");
    }

    @Test
    void anErasedLearnerIsInNoTableAndInNoTrainingSet() {
        fill(ann);
        fill(bob);

        database.erase(ann);

        assertThat(database.export(ann).values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
        var trainedOn = new ArrayList<LearnerKey>();
        database.events().activityLog().forEachLearner((LearnerHistory h) -> trainedOn.add(h.learner()));
        assertThat(trainedOn).contains(bob).doesNotContain(ann);
    }

    @Test
    void whatWasMadeBeforeAndArrivesAfterwardsIsDropped() {
        Job running = database.jobs().create(tenant, "batch", 2, null);
        database.jobs().start(tenant, running.id());
        ServedList late = list(ann, Instant.now().minusSeconds(1));

        database.erase(ann);
        database.jobs()
                .addResults(
                        tenant, running.id(), List.of(new JobResult(0, "ann", "{}"), new JobResult(1, "bob", "{}")));
        database.recommendations().offer(late);
        ServedList fresh = list(ann, Instant.now().plusSeconds(1));
        database.recommendations().offer(fresh);
        database.recommendations().flush(Duration.ofSeconds(5));

        assertThat(database.jobs().results(tenant, running.id(), 0, 10))
                .extracting(JobResult::userId)
                .containsExactly("bob");
        assertThat(database.recommendations().latest(ann, 10))
                .extracting(ServedList::id)
                .containsExactly(fresh.id());
    }

    private Job fill(LearnerKey learner) {
        database.learners().upsert(learner, LearnerProfile.empty(), DataSource.REAL);
        database.events()
                .append(Events.oneOfEach(learner).stream()
                        .map(e -> Events.view(learner, learner.userId() + e.eventId(), 1))
                        .toList());
        database.recommendations().offer(list(learner, Events.START));
        database.paths().add(PathStoreIT.path(learner, UUID.randomUUID()));
        Job job = database.jobs().create(tenant, "batch", 1, null);
        database.jobs().addResults(tenant, job.id(), List.of(new JobResult(0, learner.userId(), "{}")));
        return job;
    }

    private static ServedList list(LearnerKey learner, Instant at) {
        return new ServedList(
                UUID.randomUUID(),
                learner,
                at,
                "m1",
                GenerationMethod.HYBRID,
                List.of("c"),
                List.of(0.5),
                "ranked",
                List.of(1.0),
                List.of(false),
                "real");
    }
}
