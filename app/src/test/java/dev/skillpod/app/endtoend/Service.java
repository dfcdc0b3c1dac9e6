package dev.skillpod.app.endtoend;

import dev.skillpod.app.ServiceApplication;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.Promotions;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as {@code serve} starts it, on a free port and with directories of its own. */
final class Service implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path directory;
    private final Settings settings;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private ServiceRuntime runtime;
    private ConfigurableApplicationContext context;
    private volatile String adminKey;
    private int port;

    /** Prepares a service on new, empty directories below target/endtoend. */
    Service(String name, boolean starterWorld) {
        this(name, Map.of("STARTER_WORLD", String.valueOf(starterWorld)));
    }

    /** Prepares a service on new, empty directories below target/endtoend, with some settings of its own. */
    Service(String name, Map<String, String> own) {
        directory = Path.of("target", "endtoend", name);
        deleteIfThere(directory);
        var all = new HashMap<>(Map.of(
                "PORT",
                "0",
                "DATA_PATH",
                directory.resolve("data").toString(),
                "MODEL_PATH",
                models().toString(),
                "EXPLORATION_SHARE",
                "0"));
        all.putAll(own);
        settings = Settings.read(all);
    }

    /** Starts it, which returns as soon as HTTP is answered. */
    void start() {
        runtime = new ServiceRuntime(settings);
        runtime.start(failure::set);
        context = ServiceApplication.run(settings, runtime, key -> adminKey = key.reveal());
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Waits until it is ready. */
    void awaitReady(Duration atMost) {
        await(atMost, () -> {
            if (failure.get() != null) {
                throw new AssertionError("cannot start", failure.get());
            }
            return get("/ready").status() == 200;
        });
    }

    /** Returns why the start failed, or null. */
    Throwable failure() {
        return failure.get();
    }

    /** Waits until something is so. */
    static void await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + atMost);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Returns its database. */
    Database database() {
        return runtime.database();
    }

    /** Returns a second process of the same service, so to say: another runtime on the same database and folder. */
    ServiceRuntime replica() {
        DatabaseUrl url = database().url();
        var replica = new ServiceRuntime(Settings.read(Map.of(
                "DATABASE_URL",
                "postgresql://%s:%s@%s/%s"
                        .formatted(url.user(), url.password(), String.join(",", url.hosts()), url.database()),
                "MODEL_PATH",
                models().toString(),
                "EXPLORATION_SHARE",
                "0")));
        replica.start(failure::set);
        return replica;
    }

    /** Returns how many questions of a kind its cache answered. */
    long hits(String kind) {
        return figures(kind).mapToLong(CacheStatistics.Figures::hits).sum();
    }

    /** Returns how many questions of a kind Redis answered. */
    long redisHits(String kind) {
        return figures(kind).mapToLong(CacheStatistics.Figures::redisHits).sum();
    }

    private Stream<CacheStatistics.Figures> figures(String kind) {
        return context.getBean(CacheStatistics.class).figures().stream()
                .filter(f -> f.name().equals(kind));
    }

    /** Returns what judges versions on its data. */
    Promotions promotions(Progress progress) {
        return runtime.promotions(progress);
    }

    /** Returns where its models are. */
    Path models() {
        return directory.resolve("models");
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    Reply generate(Ask ask) {
        return post("/api/v1/recommendations/generate", ask.json());
    }

    Reply send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (adminKey != null && Stream.of(headers).noneMatch("Authorization"::equals)) {
            request.header("Authorization", "Bearer " + adminKey);
        }
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Stops it as SIGTERM does: web server first, then runtime and database. */
    @Override
    public void close() {
        context.close();
    }

    private static void deleteIfThere(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
