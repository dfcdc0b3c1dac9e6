package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
    private final LearnerKey ann = new LearnerKey("tenant", "ann");

    @TempDir
    Path temporary;

    @Test
    void survivesARestartAndFailsTheJobsThatTheOldProcessLeft() {
        var settings = DatabaseSettings.embedded(temporary.resolve("pg"));
        UUID job;
        try (Database database = Database.open(settings)) {
            assertThat(database.isEmbedded()).isTrue();
            assertThat(database.healthy()).isTrue();
            database.events().append(Events.oneOfEach(ann));
            database.learners().upsert(ann, LearnerProfile.empty(), DataSource.REAL);
            job = database.jobs().create("tenant", "batch", 3, null).id();
            database.jobs().start("tenant", job);
        }
        try (Database database = Database.open(settings)) {
            assertThat(database.events().history(ann).engagements()).hasSize(2);
            assertThat(database.learners().find(ann)).isPresent();
            Job left = database.jobs().find("tenant", job).orElseThrow();
            assertThat(left.state()).isEqualTo(JobState.FAILED);
            assertThat(left.error()).isEqualTo("the process that ran this job ended before it was finished");
        }
    }

    @Test
    void saysUnavailableWhenPostgresGoesAway() {
        EmbeddedDatabase server = EmbeddedDatabase.start(temporary.resolve("pg"));
        try (Database database = Database.open(new DatabaseSettings(Optional.of(server.url()), temporary, 2))) {
            assertThat(database.isEmbedded()).isFalse();
            assertThat(database.healthy()).isTrue();

            server.close();

            assertThatThrownBy(() -> database.events().history(ann)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> database.events().append(List.of(Events.view(ann, "id", 1))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("127.0.0.1");
            assertThat(database.healthy()).isFalse();
        }
    }

    /** A connection that is taken away from under a statement is an error with a stack trace in the log. */
    @Test
    void closingLetsWhatIsUnderWayEndAndNothingMoreBegin() throws Exception {
        Database database = OwnedDatabase.open();
        var began = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = threads.submit(() -> database.sql().query(h -> {
                began.countDown();
                h.execute("SELECT pg_sleep(1)");
                return h.getConnection().isValid(1);
            }));
            began.await();

            database.close();

            assertThat(slow.isDone()).isTrue();
            assertThat(slow.get()).isTrue();
        }
        assertThatThrownBy(() -> database.events().history(ann))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void saysWhyItCannotConnect() {
        DatabaseUrl good = SharedDatabase.get().url();
        assertThatThrownBy(() -> open(url(good.hosts().getFirst(), "postgres", "wrong-secret")))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("refused the login")
                .hasMessageNotContaining("wrong-secret");
        assertThatThrownBy(() -> open(url(good.hosts().getFirst(), "nowhere", good.password())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has no such database");
        assertThatThrownBy(() -> open(url("127.0.0.1:1", "postgres", "x")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    private static void open(DatabaseUrl url) {
        Database.open(new DatabaseSettings(Optional.of(url), Path.of("unused"), 2))
                .close();
    }

    private static DatabaseUrl url(String host, String database, String password) {
        return new DatabaseUrl(List.of(host), database, "skillpod", password, Map.of());
    }
}
