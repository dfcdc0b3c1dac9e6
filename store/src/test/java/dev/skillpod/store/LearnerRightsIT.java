package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.GenerationMethod;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
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
        assertThat(export.get("events")).hasSize(2 * EventKind.values().length);
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
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        StoredPath latePath = path(ann, before);

        database.erase(ann);
        database.jobs()
                .addResults(
                        tenant, running.id(), List.of(new JobResult(0, "ann", "{}"), new JobResult(1, "bob", "{}")));
        database.recommendations().offer(late);
        ServedList fresh = list(ann, Instant.now().plusSeconds(1));
        database.recommendations().offer(fresh);
        database.recommendations().flush(Duration.ofSeconds(5));
        StoredPath freshPath = path(ann, Instant.now().plusSeconds(1));

        assertThat(database.paths().add(latePath)).isFalse();
        assertThat(database.paths().add(freshPath)).isTrue();
        assertThat(database.paths().find(tenant, latePath.id())).isEmpty();
        assertThat(database.paths().find(tenant, freshPath.id())).isPresent();
        assertThat(database.erasedSince(ann, before)).isTrue();
        assertThat(database.erasedSince(ann, Instant.now().plusSeconds(1))).isFalse();
        assertThat(database.erasedSince(bob, before)).isFalse();
        assertThat(database.jobs().results(tenant, running.id(), 0, 10))
                .extracting(JobResult::userId)
                .containsExactly("bob");
        assertThat(database.recommendations().latest(ann, 10))
                .extracting(ServedList::id)
                .containsExactly(fresh.id());
    }

    /** Rows that are written but not committed are invisible to who deletes, and their trigger has not seen the erasure. */
    @Test
    void whatIsBeingWrittenWhenTheLearnerIsErasedGoes() throws Exception {
        Job running = database.jobs().create(tenant, "batch", 2, null);
        database.jobs().start(tenant, running.id());
        try (var holdUp = Connections.open(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holdUp.setAutoCommit(false);
            try (var same = holdUp.prepareStatement("INSERT INTO job_results VALUES (?, ?, 1, 'somebody', '{}')")) {
                same.setString(1, tenant);
                same.setObject(2, running.id());
                same.execute();
            }
            Future<?> writer = threads.submit(() -> database.jobs()
                    .addResults(
                            tenant,
                            running.id(),
                            List.of(new JobResult(0, "ann", "{}"), new JobResult(1, "bob", "{}"))));
            awaitLock(writer, "transactionid");
            Future<Erasure> erasing = threads.submit(() -> database.erase(ann));
            awaitLock(erasing, "advisory");
            holdUp.rollback();

            writer.get(5, TimeUnit.SECONDS);
            assertThat(erasing.get(5, TimeUnit.SECONDS).results()).isEqualTo(1);
        }
        assertThat(database.jobs().results(tenant, running.id(), 0, 10))
                .extracting(JobResult::userId)
                .containsExactly("bob");
    }

    /** Until the deletes are committed, whoever asks is answered out of the old history. */
    @Test
    void whatIsMadeOfTheHistoryWhileItIsBeingErasedGoes() throws Exception {
        fill(ann);
        ServedList written;
        ServedList late;
        try (var holdUp = Connections.open(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holdUp.setAutoCommit(false);
            try (var path = holdUp.prepareStatement("SELECT 1 FROM learning_paths WHERE tenant_id = ? FOR UPDATE")) {
                path.setString(1, tenant);
                path.execute();
            }
            Future<Erasure> erasing = threads.submit(() -> database.erase(ann));
            awaitLock(erasing, "transactionid");
            assertThat(database.events().history(ann).engagements()).isNotEmpty();
            written = list(ann, Instant.now());
            late = list(ann, Instant.now());
            database.recommendations().offer(written);
            assertThat(database.recommendations().flush(Duration.ofSeconds(5))).isTrue();
            assertThat(database.recommendations().latest(ann, 10))
                    .extracting(ServedList::id)
                    .contains(written.id());
            holdUp.commit();

            assertThat(erasing.get(5, TimeUnit.SECONDS).recommendations()).isEqualTo(2);
        }
        database.recommendations().offer(late);
        database.recommendations().flush(Duration.ofSeconds(5));

        assertThat(database.recommendations().latest(ann, 10)).isEmpty();
    }

    @Test
    @Tag("faults")
    void anErasureDoesNotWaitLongForAWriterThatHangs() throws SQLException {
        Job running = database.jobs().create(tenant, "batch", 1, null);
        try (var hung = Connections.open(database)) {
            hung.setAutoCommit(false);
            try (var write = hung.prepareStatement("INSERT INTO job_results VALUES (?, ?, 0, 'ann', '{}')")) {
                write.setString(1, tenant);
                write.setObject(2, running.id());
                write.execute();
            }
            assertThatThrownBy(() -> database.erase(ann)).isInstanceOf(StoreUnavailableException.class);
            hung.commit();
        }

        assertThat(database.erase(ann).results()).isEqualTo(1);
    }

    /** Waits until work waits for a lock of that kind, or has ended. */
    private void awaitLock(Future<?> work, String kind) throws SQLException {
        try (var connection = Connections.open(database);
                var waits = connection.prepareStatement("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = ?")) {
            waits.setString(1, kind);
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!work.isDone() && !waits.executeQuery().next()) {
                assertThat(System.nanoTime()).as("waits or ends in time").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private static StoredPath path(LearnerKey learner, Instant at) {
        return new StoredPath(UUID.randomUUID(), learner, 1, "search", "m-1", "{}", at, at);
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
