package dev.skillpod.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server, in the care of a small shell that holds one end of a pipe whose other end is this JVM's.
 *
 * <p>When the pipe closes, the shell asks the server for a fast, clean shutdown. The pipe closes when {@link #stop} says
 * so, but also when the JVM ends in any way at all, {@code kill -9} included: no orphaned server stays behind, and no
 * shutdown hook races against those that still write to the database. The shell runs in a session of its own, so that a
 * Ctrl-C at the terminal reaches the JVM only.
 */
final class ServerProcess {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

    private static final String CARE = """
        "$@" </dev/null & server=$!
        exec 3<&0
        trap '' HUP INT TERM
        { while read -r _; do :; done <&3; kill -INT $server 2>/dev/null; } & watcher=$!
        exec 3<&-
        wait $server
        kill -9 $watcher 2>/dev/null
        """;

    private final List<String> command;
    private final Process process;
    private final Path cluster;
    private final Path logFile;
    private final long logStart;

    private ServerProcess(List<String> command, Process process, Path cluster, Path logFile, long logStart) {
        this.command = command;
        this.process = process;
        this.cluster = cluster;
        this.logFile = logFile;
        this.logStart = logStart;
    }

    static ServerProcess start(List<String> command, Path cluster, Path logFile) throws IOException {
        var line = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(List.of("/bin/sh", "-c", CARE, "skillpod-postgres"));
        line.addAll(command);
        long logStart = Files.exists(logFile) ? Files.size(logFile) : 0;
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().put("LC_MESSAGES", "C");
        builder.environment().remove("LD_PRELOAD");
        return new ServerProcess(List.copyOf(command), builder.start(), cluster, logFile, logStart);
    }

    /** Starts a server that has ended again, on the same port. */
    ServerProcess again() throws IOException {
        return start(command, cluster, logFile);
    }

    Path cluster() {
        return cluster;
    }

    /**
     * Waits until the server answers.
     *
     * <p>The server writes its state into the eighth line of its pid file, which costs nothing to read. One that recovers from a
     * crash is waited for as long as it takes: stopped, it would begin anew.
     *
     * @param timeout for a server that does not even begin to start
     * @return false when it ended instead
     */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        long told = System.nanoTime();
        while (process.isAlive()) {
            Optional<String> state = state(cluster);
            if (state.filter("ready"::equals).isPresent()) {
                return true;
            }
            if (System.nanoTime() - told > timeout.toNanos()) {
                if (state.filter("starting"::equals).isEmpty()) {
                    return false;
                }
                log.info("PostgreSQL in {} is still starting: {}", cluster, complaint());
                told = System.nanoTime();
            }
            Thread.sleep(5);
        }
        return false;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what the server last complained about. */
    String complaint() {
        List<String> lines = EmbeddedFiles.linesSince(logFile, logStart);
        return lines.stream()
                .filter(l -> l.contains("FATAL") || l.contains("PANIC"))
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .orElse("no message");
    }

    /** Shuts the server down cleanly and waits for it. */
    void stop(Duration timeout) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("PostgreSQL in {} has not stopped within {} s", cluster, timeout.toSeconds());
            }
        } catch (IOException e) {
            log.warn("PostgreSQL in {} could not be told to stop: {}", cluster, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Clears what an earlier process left: waits for a server that still shuts down (or tells it to), and deletes a pid
     * file whose process is gone or is another program by now. Only for the holder of the directory's lock.
     */
    static void clearLeftovers(Path cluster, Duration timeout) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> server = pid(pidFile).flatMap(ProcessHandle::of).filter(ServerProcess::isPostgres);
        if (server.isPresent()) {
            log.info(
                    "stopping the PostgreSQL that an earlier process left running, pid {}",
                    server.get().pid());
            new ProcessBuilder("/bin/sh", "-c", "kill -INT " + server.get().pid())
                    .start()
                    .waitFor();
            long deadline = System.nanoTime() + timeout.toNanos();
            while (server.get().isAlive()) {
                if (System.nanoTime() > deadline) {
                    throw new EmbeddedDatabaseException("the PostgreSQL that an earlier process left running in "
                            + cluster + " (pid " + server.get().pid() + ") does not stop: end it by hand");
                }
                Thread.sleep(20);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return line.contains("postgres");
        } catch (IOException e) {
            return process.info().command().map(c -> c.contains("postgres")).orElse(false);
        }
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> state(Path cluster) {
        try (var lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            return lines.skip(7).findFirst().map(String::strip);
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
