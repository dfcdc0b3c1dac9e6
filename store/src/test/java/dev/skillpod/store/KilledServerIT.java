package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            signal("KILL", server(files).subList(0, 1));
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
    void aStatementThatWaitsForAServerThatHangsEndsAndTheNextFailAtOnceUntilItWakes(@TempDir Path directory)
            throws Exception {
        Path files = directory.resolve("postgres");
        try (Database database = Database.open(DatabaseSettings.embedded(files))) {
            database.learners().upsert(ANNA, LearnerProfile.empty(), DataSource.REAL);
            List<ProcessHandle> server = server(files);
            signal("STOP", server);
            try {
                assertThat(fails(database)).isTrue();
                assertThat(database.health().answers()).isFalse();
                long begin = System.nanoTime();
                assertThat(fails(database)).isTrue();
                assertThat(System.nanoTime() - begin)
                        .isLessThan(Duration.ofSeconds(1).toNanos());
            } finally {
                signal("CONT", server);
            }

            await(() -> database.health().answers());
            assertThat(database.learners().find(ANNA)).isPresent();
        }
    }

    /** The processes of the embedded server, those of its connections included. */
    private static List<ProcessHandle> server(Path files) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(files.resolve("18").resolve("postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        String pids = processes.stream().map(p -> String.valueOf(p.pid())).collect(Collectors.joining(" "));
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pids)
                .start()
                .waitFor();
    }

    @Test
    void statementsFailAtOnceWhileTheServerIsKnownToBeAway() {
        var reachability = new Reachability("it", new Server(new AtomicBoolean()));
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
        var answers = new AtomicBoolean();
        try (var reachability = new Reachability("it", new Server(answers))) {
            reachability.lost(new IllegalStateException("gone"));
            reachability.lost(new IllegalStateException("gone"));
            answers.set(true);

            await(() -> reachability.health().answers());
            reachability.check();
            reachability.reached();
        }
    }

    /** A server that is back when it is there. */
    private record Server(AtomicBoolean there) implements Reachability.Server {
        @Override
        public boolean beats() {
            return true;
        }

        @Override
        public boolean isBack() {
            return there.get();
        }

        @Override
        public void giveUp() {}
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
