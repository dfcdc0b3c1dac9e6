package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.ACTIVE;
import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.cache.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two more processes on the database and the models of the shared service, which share a real Redis. */
class ReplicasIT {
    private static final String ANALYZE = "/api/v1/skill-gaps/analyze";
    private static final String PREDICT = "/api/v1/skill-gaps/predict";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RealRedis redis;
    private static Service one;
    private static Service two;

    @BeforeAll
    static void start() {
        Service shared = StarterService.get();
        redis = new RealRedis();
        var settings = Map.of(
                "REDIS_URL", redis.url(),
                "DATABASE_URL", RealPostgres.url(shared.database().url()),
                "MODEL_PATH", shared.models().toString(),
                "EXPLORATION_SHARE", "0.5");
        one = new Service("replica-1", settings);
        two = new Service("replica-2", settings);
        one.start();
        two.start();
        one.awaitReady(Duration.ofMinutes(2));
        two.awaitReady(Duration.ofMinutes(2));
        Service.await(SOON, () -> degraded(one).isEmpty() && degraded(two).isEmpty());
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @Test
    void whatOneAnsweredTheOtherAnswersWithTheSameWordsAndNumbers() {
        String question =
                Ask.of(TENANT, ACTIVE).user("target_role", "data-scientist").json();

        JsonNode first = one.post(ANALYZE, question).ok();
        long before = hits(two, "skill-gaps");
        Service.await(SOON, () -> {
            assertThat(told(two.post(ANALYZE, question))).isEqualTo(told(one.post(ANALYZE, question)));
            return hits(two, "skill-gaps") > before;
        });

        assertThat(first.path("skill_gaps")).isNotEmpty();
        assertThat(two.redisHits("skill-gaps")).isPositive();
    }

    @Test
    void predictionsForAllAreKeptForAll() {
        String question = "[\"python\",\"sql\"]";
        String told = told(one.post(PREDICT, question));
        Service.await(SOON, () -> {
            assertThat(told(two.post(PREDICT, question))).isEqualTo(told);
            return hits(two, "predictions") > 0;
        });
    }

    /** Half of the places open to chance are drawn: lists with draws differ, all the others are the same. */
    @Test
    void listsWithoutDrawsAreTheSameAndEachAnswerIsLoggedByItself() {
        Ask ask = Ask.of(TENANT, "starter-00007").user("target_role", "data-scientist");
        long before = hits(one, "lists");
        Map<String, JsonNode> plain = new java.util.HashMap<>();
        for (int i = 0; i < 60; i++) {
            Answer answer = Answer.of(one.generate(ask));
            assertThat(plain.put(answer.id().toString(), answer.json())).isNull();
        }
        Service.await(
                SOON, () -> plain.keySet().stream().allMatch(id -> served(id).isPresent()));

        List<String> undrawn = plain.values().stream()
                .map(Answer::new)
                .filter(a -> served(a.id().toString()).orElseThrow().explored().stream()
                        .noneMatch(e -> e))
                .map(a -> a.json().path("recommendations").toString())
                .distinct()
                .toList();
        long drawn = plain.keySet().stream()
                .filter(id -> served(id).orElseThrow().explored().stream().anyMatch(e -> e))
                .count();

        assertThat(undrawn).hasSize(1);
        // 3 open places, each begins with probability 1/2: 7/8 of the lists are drawn; 60 lists, 6 standard deviations
        // are 15
        assertThat(drawn).isBetween(37L, 60L);
        assertThat(hits(one, "lists")).isGreaterThan(before);
    }

    @Test
    void anEventThatOneTookChangesWhatTheOtherAnswers() {
        Ask ask = Ask.of(TENANT, "starter-00011").user("target_role", "data-scientist");
        String question = ask.json();
        for (int i = 0; i < 5; i++) {
            told(one.post(ANALYZE, question));
            told(two.post(ANALYZE, question));
        }
        String content = Answer.of(one.generate(ask)).contentIds().getFirst();
        Answer.of(two.generate(ask));

        two.post(Events.PATH, Events.json(Events.event(TENANT, "starter-00011", "COMPLETE", content)))
                .ok();

        assertThat(Answer.of(one.generate(ask)).contentIds()).doesNotContain(content);
        assertThat(Answer.of(two.generate(ask)).contentIds()).doesNotContain(content);
    }

    @Test
    void hungAndKilledRedisIsToldAndNoAnswerIsLateOrWrong() {
        Ask ask = Ask.of(TENANT, "starter-00013").user("target_role", "data-scientist");
        String question = ask.json();
        String told = told(one.post(ANALYZE, question));

        redis.hang();
        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            assertThat(told(two.post(ANALYZE, question))).isEqualTo(told);
            two.post(
                            ANALYZE,
                            Ask.of(TENANT, "hung-" + i)
                                    .user("target_role", "data-scientist")
                                    .json())
                    .ok();
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        Service.await(SOON, () -> degraded(two).toString().contains("redis is down"));
        assertThat(two.post(ANALYZE, question).ok().path("degraded").toString()).contains("redis is down");
        assertThat(two.get("/ready").status()).isEqualTo(200);
        // generous: other builds may share the processors; alone it is below 100 ms
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
        redis.wake();
        Service.await(SOON, () -> degraded(two).isEmpty() && degraded(one).isEmpty());

        redis.kill();
        Service.await(SOON, () -> !degraded(two).isEmpty());
        assertThat(told(two.post(ANALYZE, question))).isEqualTo(told);
        redis.start();
        Service.await(SOON, () -> degraded(two).isEmpty() && degraded(one).isEmpty());
    }

    private static java.util.Optional<dev.skillpod.store.ServedList> served(String id) {
        return one.database().recommendations().find(TENANT, java.util.UUID.fromString(id));
    }

    private static long hits(Service service, String kind) {
        return service.hits(kind);
    }

    private static List<String> degraded(Service service) {
        return Answer.strings(service.get("/health").ok().path("degraded"));
    }

    /** Returns an answer but for how long it took and what did not work meanwhile. */
    private static String told(Reply reply) {
        return reply.ok()
                .toString()
                .replaceAll("\"processing_time_ms\":\\d+,?", "")
                .replaceAll(",?\"degraded\":\\[[^]]*]", "");
    }
}
