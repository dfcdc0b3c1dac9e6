import dev.skillpod.cache.RealRedis;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL and a real Redis of the tests' making, and the service on them, all in one folder and ended together. */
final class Servers implements AutoCloseable {
    final RealRedis redis = new RealRedis();
    private final EmbeddedDatabase postgres;
    private final Path folder;
    private final Process service;
    private final URI address;
    private List<ProcessHandle> hung = List.of();
    private volatile int outages;

    /** Starts all three; {@code settings} are those of the service besides addresses and folders. */
    Servers(Path folder, String skillpod, int port, Map<String, String> settings) throws IOException {
        this.folder = folder;
        postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
        address = URI.create("http://127.0.0.1:" + port);
        var url = postgres.url();
        var command = new ProcessBuilder(skillpod, "serve")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile());
        command.environment().putAll(settings);
        command.environment().putAll(Map.of(
                "PORT", String.valueOf(port),
                "HOST", "127.0.0.1",
                "REDIS_URL", redis.url(),
                "DATABASE_URL", "postgresql://" + url.user() + ":" + url.password() + "@" + url.hosts().getFirst() + "/" + url.database(),
                "DATA_PATH", folder.resolve("data").toString(),
                "MODEL_PATH", folder.resolve("models").toString()));
        service = command.start();
    }

    URI address() {
        return address;
    }

    /** Returns the service's process; {@code ./skillpod} became it. */
    ProcessHandle service() {
        return service.toHandle();
    }

    Path log() {
        return folder.resolve("service.log");
    }

    EmbeddedDatabase postgres() {
        return postgres;
    }

    /** Returns how often PostgreSQL was hung or killed. */
    int outages() {
        return outages;
    }

    /** Kills the server, as a machine that loses power does, and returns when its children are gone, too. */
    void killPostgres() throws IOException, InterruptedException {
        outages++;
        signal("KILL", List.of(postmaster()));
        while (postgres.isRunning()) {
            Thread.sleep(10);
        }
    }

    void restartPostgres() throws InterruptedException {
        while (!postgres.revive()) {
            Thread.sleep(50);
        }
    }

    /** Stops the server and all its children in their tracks: connections stay open, nothing is answered. */
    void hangPostgres() throws IOException, InterruptedException {
        outages++;
        ProcessHandle postmaster = postmaster();
        signal("STOP", List.of(postmaster)); // first, so that no child is born meanwhile
        hung = java.util.stream.Stream.concat(postmaster.descendants(), java.util.stream.Stream.of(postmaster)).toList();
        signal("STOP", hung);
    }

    void wakePostgres() throws IOException, InterruptedException {
        signal("CONT", hung);
        hung = List.of();
    }

    private ProcessHandle postmaster() throws IOException {
        Path file = postgres.directory().resolve("18").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip())).orElseThrow();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid() + " 2>/dev/null").start().waitFor();
        }
    }

    /** Ends what is there still: the service as SIGTERM does, then its servers. */
    @Override
    public synchronized void close() {
        try {
            wakePostgres();
            service.destroy();
            if (!service.waitFor(60, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        } catch (IOException e) {
            System.err.println("soak: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        redis.close();
        postgres.close();
    }
}
