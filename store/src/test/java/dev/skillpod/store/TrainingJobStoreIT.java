package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.store.TrainingJobStore.Placed;
import dev.skillpod.store.TrainingOrder.Promote;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TrainingJobStoreIT {
    private final Database database = SharedDatabase.get();
    private final TrainingJobStore trainings = database.trainings();
    private final String a = SharedDatabase.unique("a");
    private final String b = SharedDatabase.unique("b");
    private final String c = SharedDatabase.unique("c");

    @Test
    void goesFromQueuedToSucceededAndFreesItsModels() {
        UUID id = place(a, b).job().id();
        assertThat(find(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(find(id).order().models()).containsExactly(a, b);

        assertThat(trainings.start(id)).isTrue();
        assertThat(trainings.start(id)).isFalse();
        assertThat(trainings.progress(id, "[{\"name\": \"levels\"}]", "[]")).isTrue();
        assertThat(trainings.unfinished()).isPresent();
        assertThat(trainings.finish(id)).isTrue();

        TrainingJob job = find(id);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.stagesJson()).isEqualTo("[{\"name\": \"levels\"}]");
        assertThat(job.startedAt()).isNotNull();
        assertThat(job.finishedAt()).isNotNull();
        assertThat(trainings.fail(id, "late")).isFalse();
        assertThat(trainings.requestCancel(id)).isFalse();
        assertThat(trainings.last(b, JobState.SUCCEEDED))
                .get()
                .extracting(TrainingJob::id)
                .isEqualTo(id);
        assertThat(place(b).alreadyRunning()).isFalse();
    }

    @Test
    void aSecondOrderOfAModelGetsTheTrainingInTheWay() {
        Placed first = place(a, b);

        Placed second = place(b);

        assertThat(second.alreadyRunning()).isTrue();
        assertThat(second.job().id()).isEqualTo(first.job().id());
        assertThat(place(SharedDatabase.unique("c")).alreadyRunning()).isFalse();
    }

    /** Twelve at once, in both orders of the models: one is queued, all others are told of it, and nobody waits for ever. */
    @Test
    void ofManyAtOnceOneIsQueued() throws Exception {
        var orders = new ArrayList<Callable<Placed>>();
        for (int i = 0; i < 12; i++) {
            boolean even = i % 2 == 0;
            orders.add(() -> even ? place(a, b) : place(b, a));
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            var placed = new ArrayList<Placed>();
            for (Future<Placed> one : pool.invokeAll(orders)) {
                placed.add(one.get());
            }
            assertThat(placed).filteredOn(p -> !p.alreadyRunning()).hasSize(1);
            assertThat(placed)
                    .extracting(p -> p.job().id())
                    .containsOnly(placed.getFirst().job().id());
        }
    }

    @Test
    void oneThatIsAskedToStopHearsOfIt() {
        UUID queued = place(a).job().id();
        UUID running = place(b).job().id();
        trainings.start(running);

        assertThat(trainings.requestCancel(queued)).isTrue();
        assertThat(trainings.requestCancel(running)).isTrue();

        assertThat(trainings.start(queued)).isFalse();
        assertThat(trainings.progress(running, "[]", "[]")).isFalse();
        assertThat(trainings.cancelled(running)).isTrue();
        assertThat(find(running).state()).isEqualTo(JobState.CANCELLED);
        assertThat(place(b).alreadyRunning()).isFalse();
    }

    @Test
    void oneThatFellSilentHasFailedAndItsModelIsFreeAlsoWhenTheServiceThatOrderedItLives() throws SQLException {
        UUID silent = place(a).job().id();
        trainings.start(silent);
        UUID alive = place(b).job().id();
        trainings.start(alive);
        UUID neverBegun = place(c).job().id();
        silentFor(silent, 91);
        silentFor(alive, 91);
        silentFor(neverBegun, 901);

        assertThat(trainings.progress(alive, "[]", "[]")).isTrue();
        trainings.failSilent();

        assertThat(find(silent).state()).isEqualTo(JobState.FAILED);
        assertThat(find(silent).error()).contains("nothing was heard of this training for 90 s");
        assertThat(find(neverBegun).state()).isEqualTo(JobState.FAILED);
        assertThat(find(neverBegun).error()).contains("not begun within 15 min");
        assertThat(find(alive).state()).isEqualTo(JobState.RUNNING);
        assertThat(place(a).alreadyRunning()).isFalse();
        assertThat(place(b).alreadyRunning()).isTrue();
        assertThat(place(c).alreadyRunning()).isFalse();
    }

    @Test
    void oneThatIsSlowToBeginIsWaitedFor() throws SQLException {
        UUID slow = place(a).job().id();
        silentFor(slow, 890);

        trainings.failSilent();

        assertThat(find(slow).state()).isEqualTo(JobState.QUEUED);
        assertThat(trainings.start(slow)).isTrue();
    }

    private void silentFor(UUID id, double seconds) throws SQLException {
        try (var connection = Connections.open(database);
                var update = connection.prepareStatement(
                        "UPDATE training_jobs SET heartbeat_at = now() - make_interval(secs => ?) WHERE id = ?")) {
            update.setDouble(1, seconds);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    @Test
    void aTurnIsGivenAwayOnce() {
        Instant due = Instant.parse("2026-11-26T18:00:00Z");

        assertThat(trainings.take(a, due)).isTrue();
        assertThat(trainings.take(a, due)).isFalse();
        assertThat(trainings.take(a, due.minusSeconds(60))).isFalse();
        assertThat(trainings.take(a, due.plusSeconds(60))).isTrue();
        assertThat(trainings.take(b, due)).isTrue();
    }

    @Test
    void refusesWhatPostgresCannotHold() {
        assertThatThrownBy(() -> place("nul\0")).isInstanceOf(InvalidRecordException.class);
    }

    private Placed place(String... models) {
        return trainings.place(
                new TrainingOrder(List.of(models), Trigger.REQUEST, "a test", 1, 1, Promote.IF_BETTER, 100));
    }

    private TrainingJob find(UUID id) {
        return trainings.find(id).orElseThrow();
    }
}
