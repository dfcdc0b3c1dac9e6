package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server is killed under an open database. */
class KilledServerIT {
    private static final LearnerKey ANNA = new LearnerKey("t", "anna");

    @Test
    void itFailsFastComesBackByItselfAndHasWhatWasCommitted(@TempDir Path directory) throws Exception {
        Path files = directory.resolve("postgres");
        try (Database database = Database.open(DatabaseSettings.embedded(files))) {
            database.learners().upsert(ANNA, LearnerProfile.empty(), DataSource.REAL);
            long pid = Long.parseLong(Files.readAllLines(files.resolve("18").resolve("postmaster.pid"))
                    .getFirst()
                    .strip());

            new ProcessBuilder("/bin/sh", "-c", "kill -9 " + pid).start().waitFor();
            await(() -> fails(database) && !database.health().answers());
            long begin = System.nanoTime();
            while (!database.health().answers()) {
                if (fails(database)) {
                    assertThat(System.nanoTime() - begin)
                            .isLessThan(Duration.ofSeconds(60).toNanos());
                }
                Thread.sleep(5);
            }

            assertThat(database.learners().find(ANNA)).isPresent();
            database.learners().upsert(new LearnerKey("t", "bert"), LearnerProfile.empty(), DataSource.REAL);
        }
    }

    @Test
    void statementsFailAtOnceWhileTheServerIsKnownToBeAway() {
        var reachability = new Reachability(() -> false);
        try (reachability) {
            reachability.lost(new IllegalStateException("gone"));
            assertThat(reachability.health().answers()).isTrue();
            reachability.lost(new IllegalStateException("gone"));

            assertThat(reachability.health().answers()).isFalse();
            assertThatThrownBy(reachability::check).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void theServerIsUsedAgainAsSoonAsTheProbeFindsIt() {
        var answers = new java.util.concurrent.atomic.AtomicBoolean();
        try (var reachability = new Reachability(answers::get)) {
            reachability.lost(new IllegalStateException("gone"));
            reachability.lost(new IllegalStateException("gone"));
            answers.set(true);

            await(() -> reachability.health().answers());
            reachability.check();
            reachability.reached();
        }
    }

    private static boolean fails(Database database) {
        try {
            database.learners().find(ANNA);
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
