package dev.skillpod.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedDatabaseIT {
    @TempDir
    Path temporary;

    private Path directory() {
        return temporary.resolve("data").resolve("postgres");
    }

    @Test
    void keepsItsDataOverRestartsAndLocksItsDirectory() throws Exception {
        // What an initdb leaves that was interrupted.
        Files.createDirectories(directory().resolve("18.unfinished/base"));
        Files.writeString(directory().resolve("18.unfinished/base/half"), "half");
        try (var database = EmbeddedDatabase.start(directory())) {
            assertThat(directory().resolve("18.unfinished")).doesNotExist();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url().jdbcUrl(), "skillpod", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            execute(database, "CREATE TABLE kept AS SELECT 'Ärger 😀' AS value");
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SELECT string_agg(c, '' ORDER BY c) FROM unnest('{b,ä,B,a}'::text[]) c"))
                    .isEqualTo("Babä");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory().resolve("password"))))
                    .isEqualTo("rw-------");

            assertThatThrownBy(() -> EmbeddedDatabase.start(directory()))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessage("the data directory " + directory() + " is in use by another process: stop that one,"
                            + " or set DATABASE_URL to share a PostgreSQL");
            assertThat(outputOfAnotherJvm()).contains("is in use by another process");
        }
        assertThat(directory().resolve("18/postmaster.pid")).doesNotExist();
        // What a crash leaves: a pid file whose pid is by now another program's, here this JVM's.
        Files.writeString(
                directory().resolve("18/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory().resolve("18")
                        + "\n1\n5432\n\n127.0.0.1\n0 0\nready\n");
        try (var database = EmbeddedDatabase.start(directory())) {
            assertThat(query(database, "SELECT value FROM kept")).isEqualTo("Ärger 😀");
        }
    }

    @Test
    void stopsWithAJvmThatIsKilledAndStartsAgain() throws Exception {
        Process jvm = jvm();
        long server = serverPid();

        jvm.destroyForcibly().waitFor();

        assertThat(ProcessHandle.of(server)
                        .map(h -> h.onExit().orTimeout(20, TimeUnit.SECONDS).join()))
                .satisfies(h -> assertThat(ProcessHandle.of(server)).isEmpty());
        try (var database = EmbeddedDatabase.start(directory())) {
            assertThat(query(database, "SELECT value FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void takesOverFromAServerThatWasLeftRunning() throws Exception {
        Process jvm = jvm();
        long server = serverPid();
        // The shell that cares for the server is its parent; without it nobody stops the server.
        ProcessHandle.of(server).flatMap(ProcessHandle::parent).orElseThrow().destroyForcibly();
        jvm.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server).map(ProcessHandle::isAlive)).hasValue(true);

        try (var database = EmbeddedDatabase.start(directory())) {
            assertThat(query(database, "SELECT value FROM kept")).isEqualTo("1");
            assertThat(serverPid()).isNotEqualTo(server);
        }
    }

    @Test
    void saysInOneLineWhyItCannotStart() throws Exception {
        EmbeddedDatabase.start(directory()).close();
        Files.writeString(directory().resolve("18/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(directory()))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("did not start: ")
                .hasMessageContaining("FATAL")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));

        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining(file + " is not a directory");
    }

    private long serverPid() throws Exception {
        return Long.parseLong(Files.readAllLines(directory().resolve("18/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Starts another JVM on the directory and returns once its database is up. */
    private Process jvm() throws Exception {
        Process process = command().start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("up")) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo("up");
        return process;
    }

    private String outputOfAnotherJvm() throws Exception {
        return new String(command().start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProcessBuilder command() {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseIT.class.getName(),
                        directory().toString()))
                .redirectErrorStream(true);
    }

    /** The other process: starts the database and holds it until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]));
            execute(database, "CREATE TABLE kept AS SELECT 1 AS value");
            System.out.println("up");
            Thread.sleep(60_000);
        } catch (EmbeddedDatabaseException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url().jdbcUrl(), database.url().driverProperties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url().jdbcUrl(), database.url().driverProperties());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
