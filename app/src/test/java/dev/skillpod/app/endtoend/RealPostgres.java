package dev.skillpod.app.endtoend;

import dev.skillpod.store.DatabaseUrl;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL that the service knows by its URL only, and that can be killed and started again. */
final class RealPostgres implements AutoCloseable {
    private final EmbeddedDatabase database;

    RealPostgres(Path directory) {
        database = EmbeddedDatabase.start(directory);
    }

    /** Returns its address for DATABASE_URL. */
    String url() {
        return url(database.url());
    }

    /** Returns an address for DATABASE_URL. */
    static String url(DatabaseUrl url) {
        return "postgresql://" + url.user() + ":" + url.password() + "@"
                + url.hosts().getFirst() + "/" + url.database();
    }

    /** Kills the server and its children, as a machine that loses power does, and returns when all are gone. */
    void kill() {
        kill(database.directory());
        Service.await(Duration.ofSeconds(10), () -> !database.isRunning());
    }

    /** Kills the server whose data are there. */
    static void kill(Path directory) {
        try {
            long pid = Long.parseLong(Files.readAllLines(directory.resolve("18").resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            new ProcessBuilder("/bin/sh", "-c", "kill -9 " + pid).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again on the same data and port. */
    void restart() {
        Service.await(Duration.ofSeconds(30), database::revive);
    }

    @Override
    public void close() {
        database.close();
    }
}
