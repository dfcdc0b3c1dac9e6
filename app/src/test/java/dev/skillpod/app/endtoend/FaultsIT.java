package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.cache.RealRedis;
import dev.skillpod.core.activity.LearnerKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of a real Redis and a real PostgreSQL under load; prints what docs/caching-and-faults.md tells. */
@Tag("faults")
class FaultsIT {
    private static final String TENANT = StarterService.TENANT;
    private static final String ANALYZE = "/api/v1/skill-gaps/analyze";
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RealRedis redis;
    private static RealPostgres postgres;
    private static Service service;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        postgres = new RealPostgres(Path.of(
                "target",
                "endtoend",
                "faults-postgres-" + ProcessHandle.current().pid()));
        service = new Service(
                "faults", Map.of("REDIS_URL", redis.url(), "DATABASE_URL", postgres.url(), "STARTER_WORLD", "true"));
        service.start();
        service.awaitReady(Duration.ofMinutes(10));
        Service.await(SOON, () -> degraded().isEmpty());
        // forecasts are made in the background after the start
        Service.await(
                Duration.ofMinutes(5),
                () -> service.get("/api/v1/trends/forecast/python").status() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
        postgres.close();
        redis.close();
    }

    @Test
    void redisHungForAMinuteThenKilledThenRestarted() {
        String question = Ask.of(TENANT, "starter-00021")
                .user("target_role", "data-scientist")
                .json();
        String told = told(service.post(ANALYZE, question));
        Load up = phase("redis up", Duration.ofSeconds(10), question, told);

        redis.hang();
        Load hung = phase("redis hung for 60 s", Duration.ofSeconds(60), question, told);
        assertThat(degraded().toString()).contains("redis is down");
        redis.wake();
        long begin = System.nanoTime();
        Service.await(SOON, () -> degraded().isEmpty());
        System.out.println("redis woken: healed after " + seconds(begin) + " s");

        redis.kill();
        Load killed = phase("redis killed", Duration.ofSeconds(10), question, told);
        assertThat(degraded().toString()).contains("redis is down");
        redis.start();
        begin = System.nanoTime();
        Service.await(SOON, () -> degraded().isEmpty());
        System.out.println("redis restarted: healed after " + seconds(begin) + " s");

        assertThat(hung.statuses()).containsOnlyKeys(200);
        assertThat(killed.statuses()).containsOnlyKeys(200);
        // only the first few wait for Redis, 40 ms each; the factor is for other builds on the same processors
        assertThat(hung.latency(0.5)).isLessThan(20 + 3 * up.latency(0.5));
    }

    @Test
    void postgresKilledUnderWritesLosesNothingThatWasAcknowledged() {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var lists = ConcurrentHashMap.<String>newKeySet();
        try (var reads = new Load(2, PAUSE, n -> service.generate(known(n)), reply -> {
            if (reply.status() == 200) {
                lists.add(Answer.of(reply).id().toString());
            }
        })) {
            var writes = new Load(4, Duration.ofMillis(5), n -> write(n, acknowledged), reply -> {
                if (reply.status() != 200) {
                    reply.problem(503);
                    assertThat(reply.header("retry-after")).isNotNull();
                }
            });
            for (int round = 0; round < 3; round++) {
                Load.sleep(Duration.ofSeconds(4));
                postgres.kill();
                Service.await(SOON, () -> !degraded().isEmpty());
                withoutPostgres();
                postgres.restart();
                long begin = System.nanoTime();
                Service.await(SOON, () -> degraded().isEmpty());
                System.out.println("postgresql restarted: healed after " + seconds(begin) + " s");
            }
            Load.sleep(Duration.ofSeconds(2));
            writes.close();
            System.out.println("writes over three kills: " + writes);
            System.out.println("reads over three kills: " + reads);
            assertThat(writes.statuses()).containsOnlyKeys(200, 503);
            assertThat(reads.statuses()).containsOnlyKeys(200);
        }
        Map<String, Integer> stored = new HashMap<>();
        for (int user = 0; user < 4; user++) {
            service.database()
                    .events()
                    .history(new LearnerKey("writes", "user-" + user))
                    .engagements()
                    .forEach(e -> stored.merge(e.eventId(), 1, Integer::sum));
        }
        long total = service.database().events().counts().stream()
                .mapToLong(c -> c.count())
                .sum();
        System.out.println("acknowledged events: " + acknowledged.size() + ", events in the log: " + total
                + ", lists answered: " + lists.size() + ", lists dropped: "
                + service.database().recommendations().dropped());
        assertThat(service.database().recommendations().flush(Duration.ofSeconds(20)))
                .isTrue();
        // the latest 1,000 of each learner can be read back over this port; all others are asked for by sending them
        // again
        assertThat(unknown(acknowledged, stored.keySet())).isEmpty();
        assertThat(service.database().recommendations().dropped()).isZero();
        assertThat(lists.stream()
                        .filter(id -> service.database()
                                .recommendations()
                                .find(TENANT, java.util.UUID.fromString(id))
                                .isEmpty()))
                .isEmpty();
    }

    /** What answers without PostgreSQL, and what says when to come again. */
    private static void withoutPostgres() {
        long begin = System.nanoTime();
        Answer list = Answer.of(service.generate(known(0)));
        assertThat(list.json().path("degraded").toString())
                .contains("postgresql is down: the stored history is not used");
        assertThat(list.items()).isNotEmpty();
        String question = known(1).json();
        assertThat(service.post(ANALYZE, question).ok().path("skill_gaps")).isNotEmpty();
        assertThat(service.post("/api/v1/skill-gaps/predict", "[\"python\"]")
                        .ok()
                        .path("predictions"))
                .isNotEmpty();
        assertThat(service.get("/api/v1/trends/forecast/python").ok().path("degraded"))
                .isNotEmpty();
        assertThat(service.post("/api/v1/trends/analyze", "[\"python\",\"sql\"]")
                        .ok()
                        .path("analyses"))
                .hasSize(2);
        assertThat(service.get("/api/v1/trends/top").ok().path("trending_skills"))
                .isNotEmpty();
        var path = service.post("/api/v1/learning-paths/generate", question).ok();
        assertThat(path.path("path_id").isNull()).isTrue();
        assertThat(path.path("degraded").toString()).contains("the path is not kept");
        System.out.println("seven reads without postgresql: " + seconds(begin) + " s");
        assertThat(service.get("/ready").status()).isEqualTo(200);
        for (Reply write : List.of(
                service.post(Events.PATH, Events.json(Events.event("acme", "u", "COMPLETE", "se-001"))),
                service.put("/api/v1/learners/acme/u", "{}"),
                service.post("/api/v1/recommendations/batch", "[\"u\"]"))) {
            write.problem(503);
            assertThat(write.header("retry-after")).isNotNull();
        }
    }

    private static Ask known(int n) {
        return Ask.of(TENANT, "starter-%05d".formatted(30 + n % 100)).user("target_role", "data-scientist");
    }

    /** Sends five events; they count as acknowledged when the answer says so. */
    private static Reply write(int n, Set<String> acknowledged) {
        @SuppressWarnings("unchecked")
        Map<String, Object>[] events = new Map[5];
        for (int i = 0; i < events.length; i++) {
            events[i] = Events.event("writes", "user-" + n / 1_000_000, "VIEW", "se-00" + (1 + i));
            events[i].put("event_id", "w-" + n + "-" + i);
            events[i].put("timestamp", "2026-11-01T00:00:00Z");
        }
        Reply reply = service.post(Events.PATH, Events.json(events));
        if (reply.status() == 200) {
            for (Map<String, Object> event : events) {
                acknowledged.add((String) event.get("event_id"));
            }
        }
        return reply;
    }

    /** Returns the acknowledged events that the log does not know: those, sent again, would be accepted and not duplicates. */
    private static List<String> unknown(Set<String> acknowledged, Set<String> stored) {
        return acknowledged.stream()
                .filter(id -> !stored.contains(id))
                .filter(id -> {
                    String[] parts = id.split("-");
                    int n = Integer.parseInt(parts[1]);
                    var event = Events.event(
                            "writes", "user-" + n / 1_000_000, "VIEW", "se-00" + (1 + Integer.parseInt(parts[2])));
                    event.put("event_id", id);
                    event.put("timestamp", "2026-11-01T00:00:00Z");
                    return service.post(Events.PATH, Events.json(event))
                                    .ok()
                                    .path("duplicates")
                                    .asInt()
                            != 1;
                })
                .toList();
    }

    private static Load phase(String name, Duration duration, String question, String told) {
        var load = new Load(
                4,
                PAUSE,
                n -> n % 2 == 0
                        ? service.post(ANALYZE, question)
                        : service.post(
                                ANALYZE,
                                Ask.of(TENANT, "x-" + n + name)
                                        .user("target_role", "data-scientist")
                                        .json()),
                reply -> {
                    if (reply.response().body().contains("\"starter-00021\"")) {
                        assertThat(told(reply)).isEqualTo(told);
                    }
                });
        Load.sleep(duration);
        load.close();
        System.out.println(name + ": " + load);
        return load;
    }

    private static String told(Reply reply) {
        return reply.ok()
                .toString()
                .replaceAll("\"processing_time_ms\":\\d+,?", "")
                .replaceAll(",?\"degraded\":\\[[^]]*]", "");
    }

    private static List<String> degraded() {
        return Answer.strings(service.get("/health").ok().path("degraded"));
    }

    private static String seconds(long begin) {
        return "%.2f".formatted((System.nanoTime() - begin) / 1e9);
    }
}
