package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.ModelKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Trainings of a service, and a hand on their processes. */
final class Trainings {
    static final String PATH = "/api/v1/models/retrain";
    static final Duration AT_MOST = Duration.ofMinutes(10);

    private static final int GATE = 4711;

    private final Service service;

    Trainings(Service service) {
        this.service = service;
    }

    /** Waits until a first start has trained what it trains beside serving, so that the models are free. */
    void awaitFirst() {
        Service.await(
                Duration.ofMinutes(10),
                () -> service.get("/api/v1/models/status")
                                .ok()
                                .path("models")
                                .findValuesAsString("name")
                                .containsAll(ModelKinds.names())
                        && service.database().trainings().unfinished().isEmpty());
    }

    /** Orders a training and returns where to follow it. */
    String order(String json) {
        Reply reply = service.post(PATH, json);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(202);
        return reply.header("location");
    }

    /** Waits until a training has ended, and returns it. */
    JsonNode awaitEnd(String location) {
        Service.await(AT_MOST, () -> !List.of("queued", "running").contains(state(location)));
        return service.get(location).ok();
    }

    String state(String location) {
        return service.get(location).ok().path("state").asString();
    }

    /** Waits until the process of a training lives, and returns it. */
    ProcessHandle awaitProcess(String location) {
        Service.await(AT_MOST, () -> process(location).isPresent());
        return process(location).orElseThrow();
    }

    /** Returns the process of a training, by the id on its command line. */
    Optional<ProcessHandle> process(String location) {
        String id = location.substring(location.lastIndexOf('/') + 1);
        return ProcessHandle.current()
                .descendants()
                .filter(p ->
                        commandLine(p).contains("train-job") && commandLine(p).contains(id))
                .findFirst();
    }

    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns what is left of versions that were not finished. */
    List<Path> unfinished() {
        try (Stream<Path> files = Files.walk(service.models(), 2)) {
            return files.filter(f -> f.getFileName().toString().startsWith(".saving"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds every training at its entrance to a stage, for as long as the returned connection is open: the update that writes the
     * stage waits for a lock that the connection has.
     */
    Connection holdAt(String stage) throws SQLException {
        var url = service.database().url();
        Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.driverProperties());
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
            statement.execute("CREATE OR REPLACE FUNCTION hold_training() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN PERFORM pg_advisory_xact_lock(" + GATE + "); RETURN NEW; END'");
            statement.execute("DROP TRIGGER IF EXISTS hold_training ON training_jobs");
            statement.execute("CREATE TRIGGER hold_training BEFORE UPDATE ON training_jobs FOR EACH ROW WHEN"
                    + " (NEW.state = 'RUNNING' AND NEW.stages -> -1 ->> 'name' = '" + stage.replace("'", "''") + "')"
                    + " EXECUTE FUNCTION hold_training()");
        }
        return connection;
    }

    /** Waits until a training is held at its stage. */
    void awaitHeld(Connection gate) {
        Service.await(AT_MOST, () -> {
            try (var statement = gate.createStatement();
                    var row = statement.executeQuery(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = "
                                    + GATE)) {
                row.next();
                return row.getLong(1) > 0;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Lets trainings pass again. */
    void release(Connection gate) throws SQLException {
        try (var statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + GATE + ")");
            statement.execute("DROP TRIGGER IF EXISTS hold_training ON training_jobs");
        } finally {
            gate.close();
        }
    }
}
