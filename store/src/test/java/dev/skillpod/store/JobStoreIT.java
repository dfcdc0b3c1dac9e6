package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobStoreIT {
    private final Database database = SharedDatabase.get();
    private final JobStore jobs = database.jobs();
    private final String tenant = SharedDatabase.unique("jobs");

    @Test
    void goesFromQueuedToSucceeded() {
        UUID id = jobs.create(tenant, "batch", 10, "[\"ann\"]").id();
        assertThat(find(id).state()).isEqualTo(JobState.QUEUED);

        assertThat(jobs.start(tenant, id)).isTrue();
        assertThat(jobs.start(tenant, id)).isFalse();
        assertThat(jobs.progress(tenant, id, 4)).isTrue();
        assertThat(find(id).done()).isEqualTo(4);
        assertThat(jobs.finish(tenant, id, "{\"a\": 1}")).isTrue();

        Job job = find(id);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.done()).isEqualTo(10);
        assertThat(job.request()).isEqualTo("[\"ann\"]");
        assertThat(job.result()).isEqualTo("{\"a\": 1}");
        assertThat(job.startedAt()).isNotNull();
        assertThat(job.finishedAt()).isNotNull();
        assertThat(jobs.fail(tenant, id, "late")).isFalse();
        assertThat(jobs.requestCancel(tenant, id)).isFalse();
    }

    @Test
    void aQueuedJobIsCancelledAtOnceAndARunningOneWhenItHearsOfIt() {
        UUID queued = jobs.create(tenant, "batch", 0, null).id();
        UUID running = jobs.create(tenant, "batch", 0, null).id();
        jobs.start(tenant, running);

        assertThat(jobs.requestCancel(tenant, queued)).isTrue();
        assertThat(jobs.requestCancel(tenant, running)).isTrue();

        assertThat(find(queued).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.start(tenant, queued)).isFalse();
        assertThat(find(running).state()).isEqualTo(JobState.RUNNING);
        assertThat(jobs.progress(tenant, running, 1)).isFalse();
        assertThat(jobs.cancelled(tenant, running)).isTrue();
        assertThat(find(running).state().finished()).isTrue();
    }

    @Test
    void aFailedJobSaysWhy() {
        UUID id = jobs.create(tenant, "batch", 0, null).id();

        assertThat(jobs.fail(tenant, id, "no\0 model")).isTrue();

        assertThat(find(id).state()).isEqualTo(JobState.FAILED);
        assertThat(find(id).error()).isEqualTo("no  model");
    }

    @Test
    void jobsAreTheTenantsOwn() {
        UUID id = jobs.create(tenant, "batch", 0, null).id();
        String other = SharedDatabase.unique("jobs");

        assertThat(jobs.find(other, id)).isEmpty();
        assertThat(jobs.latest(other, 10)).isEmpty();
        assertThat(jobs.start(other, id)).isFalse();
        assertThat(jobs.progress(other, id, 1)).isFalse();
        assertThat(jobs.requestCancel(other, id)).isFalse();
        assertThat(jobs.finish(other, id, null)).isFalse();
        assertThat(jobs.fail(other, id, "x")).isFalse();
        assertThat(jobs.latest(tenant, 10)).extracting(Job::id).containsExactly(id);
    }

    @Test
    void jobsOfAProcessThatFellSilentAreFailed() throws SQLException {
        UUID silent = jobs.create(tenant, "batch", 0, null).id();
        UUID alive = jobs.create(tenant, "batch", 0, null).id();
        UUID mine = jobs.create(tenant, "batch", 0, null).id();
        try (var connection = Connections.open(database);
                var update = connection.prepareStatement("UPDATE jobs SET owner = gen_random_uuid(),"
                        + " heartbeat_at = now() - make_interval(secs => ?) WHERE id = ?")) {
            for (var change : java.util.Map.of(silent, 91.0, alive, 80.0).entrySet()) {
                update.setDouble(1, change.getValue());
                update.setObject(2, change.getKey());
                update.executeUpdate();
            }
        }

        jobs.failSilent();

        assertThat(find(silent).state()).isEqualTo(JobState.FAILED);
        assertThat(find(silent).error()).contains("process that ran this job ended");
        assertThat(find(alive).state()).isEqualTo(JobState.QUEUED);
        assertThat(find(mine).state()).isEqualTo(JobState.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nul: \"\0\"", "\"\\u0000\""})
    void refusesWhatIsNotJson(String json) {
        assertThatThrownBy(() -> jobs.create(tenant, "batch", 0, json)).isInstanceOf(InvalidRecordException.class);
    }

    private Job find(UUID id) {
        return jobs.find(tenant, id).orElseThrow();
    }
}
