package dev.skillpod.store.embedded;

import dev.skillpod.store.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that this process starts and stops, on files that stay. Thread-safe.
 *
 * <p>The directory holds {@code lock} (one process at a time), {@code password}, {@code server.log} and {@code 18/}, the
 * data of that major version. A first start takes about 2 s (unpack, initdb), a later one about 0.2 s. The server ends
 * with {@link #close} or with this JVM, however that ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "skillpod";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final long LOG_ROTATION_BYTES = 8 << 20;
    private static final int PORT_ATTEMPTS = 3;
    private static final int PID_FILE_PORT = 3;
    private static final int PID_FILE_STATE = 7;

    /** Directories in use by this process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileLock lock;
    private volatile ServerProcess server;
    private final DatabaseUrl url;
    private final Duration startTime;

    private EmbeddedDatabase(Path directory, FileLock lock, ServerProcess server, DatabaseUrl url, Duration startTime) {
        this.directory = directory;
        this.lock = lock;
        this.server = server;
        this.url = url;
        this.startTime = startTime;
    }

    /** Starts the server with its programs unpacked below {@link #defaultCache}. */
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, defaultCache(directory));
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param directory where the data live; made when missing
     * @param cache where the server's programs are unpacked, once per version
     * @throws EmbeddedDatabaseException with one line saying why it cannot start
     */
    public static EmbeddedDatabase start(Path directory, Path cache) {
        long begin = System.nanoTime();
        Path absolute = directory.toAbsolutePath().normalize();
        Path real = absolute;
        @Nullable FileLock lock = null;
        boolean started = false;
        try {
            createPrivateDirectory(absolute);
            real = absolute.toRealPath();
            lock = lock(real);
            EmbeddedDatabase database = startLocked(real, cache, lock, begin);
            started = true;
            return database;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "the embedded PostgreSQL cannot use " + absolute + ": " + describe(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("interrupted while the embedded PostgreSQL started", e);
        } finally {
            if (!started && lock != null) {
                release(real, lock);
            }
        }
    }

    private static EmbeddedDatabase startLocked(Path directory, Path cache, FileLock lock, long begin)
            throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(cache);
        Path cluster = directory.resolve("18");
        ServerUser user = ServerUser.forDirectory(cluster);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(directory, cluster, binaries, user);
        }
        ServerProcess.clearLeftovers(cluster, STOP_TIMEOUT);
        Path logFile = directory.resolve("server.log");
        if (Files.exists(logFile) && Files.size(logFile) > LOG_ROTATION_BYTES) {
            Files.move(logFile, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String complaint = "";
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = freePort();
            var server = ServerProcess.start(
                    user.command(ServerOptions.command(binaries.program("postgres"), cluster, port)), cluster, logFile);
            if (server.awaitReady(START_TIMEOUT)) {
                String password =
                        Files.readString(directory.resolve("password")).strip();
                var url = new DatabaseUrl(List.of("127.0.0.1:" + port), "postgres", USER, password, Map.of());
                var took = Duration.ofNanos(System.nanoTime() - begin);
                log.info("embedded PostgreSQL in {} ready on port {} after {} ms", directory, port, took.toMillis());
                return new EmbeddedDatabase(directory, lock, server, url, took);
            }
            complaint = server.complaint();
            server.stop(STOP_TIMEOUT);
            if (!complaint.contains("could not create any TCP/IP sockets")) { // else the port was taken meanwhile
                break;
            }
        }
        throw new EmbeddedDatabaseException(
                "the embedded PostgreSQL in " + directory + " did not start: " + complaint + " (see " + logFile + ")");
    }

    /**
     * Returns where to connect to a server that another process (or another part of this one) runs on a directory.
     *
     * @return empty when nobody runs one there that answers
     */
    public static Optional<DatabaseUrl> running(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                return Optional.empty();
            }
            Path real = directory.toRealPath();
            if (!HELD.contains(real) && !lockedByAnother(real)) {
                return Optional.empty();
            }
            List<String> pid = Files.readAllLines(real.resolve("18").resolve("postmaster.pid"));
            if (pid.size() <= PID_FILE_STATE || !pid.get(PID_FILE_STATE).strip().equals("ready")) {
                return Optional.empty();
            }
            String password = Files.readString(real.resolve("password")).strip();
            String port = pid.get(PID_FILE_PORT).strip();
            return Optional.of(new DatabaseUrl(List.of("127.0.0.1:" + port), "postgres", USER, password, Map.of()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "the embedded PostgreSQL in " + directory + " cannot be looked at: " + describe(e), e);
        }
    }

    private static boolean lockedByAnother(Path directory) throws IOException {
        Path file = directory.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock free = channel.tryLock();
            return free == null;
        }
    }

    /** Returns where to connect. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the directory that holds the data. */
    public Path directory() {
        return directory;
    }

    /** Returns how long the start took, unpacking and initdb included. */
    public Duration startTime() {
        return startTime;
    }

    /** Returns whether the server process lives. */
    public boolean isRunning() {
        return server.isAlive();
    }

    /**
     * Starts the server again, on the same port, when it has ended by itself: killed, say, for want of memory. PostgreSQL then
     * recovers what was committed.
     *
     * @return whether it lives
     */
    public synchronized boolean revive() {
        if (!lock.isValid() || server.isAlive()) {
            return lock.isValid();
        }
        log.warn("embedded PostgreSQL in {} has ended by itself: {}; starting it again", directory, server.complaint());
        try {
            ServerProcess.clearLeftovers(server.cluster(), STOP_TIMEOUT);
            server = server.again();
            if (server.awaitReady(START_TIMEOUT)) {
                return true;
            }
            log.warn("embedded PostgreSQL in {} does not start: {}", directory, server.complaint());
            server.stop(STOP_TIMEOUT);
            return false;
        } catch (IOException e) {
            log.warn("embedded PostgreSQL in {} cannot be started: {}", directory, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Shuts the server down cleanly; returns when it has ended. May be called twice. */
    @Override
    public synchronized void close() {
        if (lock.isValid()) {
            server.stop(STOP_TIMEOUT);
            release(directory, lock);
        }
    }

    /**
     * Returns where programs are unpacked by default: {@code $XDG_CACHE_HOME/skillpod} or {@code ~/.cache/skillpod}, for
     * root {@code /var/cache/skillpod} (the server may have to run as somebody who cannot read root's home), and {@code
     * programs} in the data directory where that cannot be written.
     */
    public static Path defaultCache(Path directory) {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path cache = ServerUser.isRoot()
                ? Path.of("/var/cache/skillpod")
                : xdg != null && !xdg.isBlank()
                        ? Path.of(xdg, "skillpod")
                        : Path.of(System.getProperty("user.home"), ".cache", "skillpod");
        try {
            Files.createDirectories(cache);
            if (Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException e) {
            log.debug("cannot use {}: {}", cache, e.getMessage());
        }
        return directory.resolve("programs");
    }

    /** Makes a new cluster under another name first: an initdb that is interrupted leaves nothing that looks whole. */
    private static void initialise(Path directory, Path cluster, PostgresBinaries binaries, ServerUser user)
            throws IOException, InterruptedException {
        log.info("creating a database in {}", directory);
        Path passwordFile = directory.resolve("password");
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        EmbeddedFiles.writeSecret(passwordFile, HexFormat.of().formatHex(random));
        Path half = directory.resolve("18.unfinished");
        EmbeddedFiles.deleteTree(half);
        createPrivateDirectory(half);
        user.own(directory);
        Path output = directory.resolve("initdb.log");
        Process initdb = new ProcessBuilder(
                        user.command(ServerOptions.initdb(binaries.program("initdb"), half, USER, passwordFile)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!initdb.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            var lines = new ArrayList<>(EmbeddedFiles.linesSince(output, 0));
            lines.removeIf(line -> !line.contains("error:") && !line.contains("FATAL"));
            throw new EmbeddedDatabaseException("a new database cannot be made in " + directory + ": "
                    + (lines.isEmpty() ? "initdb failed, see " + output : lines.getFirst()));
        }
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Takes the directory for this process.
     *
     * <p>The file is not even opened when this process holds it already: closing a second channel would release the lock
     * of the first, as POSIX locks belong to the process.
     */
    private static FileLock lock(Path directory) throws IOException {
        if (HELD.add(directory)) {
            FileLock lock = null;
            try {
                FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                channel.close();
            } finally {
                if (lock == null) {
                    HELD.remove(directory);
                }
            }
        }
        throw new EmbeddedDatabaseException("the data directory " + directory
                + " is in use by another process: stop that one, or set DATABASE_URL to share a PostgreSQL");
    }

    private static void release(Path directory, FileLock lock) {
        HELD.remove(directory);
        try {
            lock.acquiredBy().close(); // releases the lock too
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivateDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String describe(IOException e) {
        String kind = switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case java.nio.file.FileAlreadyExistsException there -> there.getFile() + " is not a directory";
            default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
        };
        return kind.lines().findFirst().orElse(kind);
    }
}
