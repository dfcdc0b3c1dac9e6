package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.ACTIVE;
import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import dev.skillpod.store.model.StoredModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The same version and the same input give the same bytes, but for the id of the answer and how long it took: out of the cache and
 * without it, from another process, after a swap away and back, and after a restart.
 */
class SameBytesIT {
    private static final String GENERATE = "/api/v1/recommendations/generate";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Service service = StarterService.get();

    @Test
    void theSameVersionAndInputGiveTheSameBytes() {
        Map<String, String> first = told(service);
        assertThat(first).hasSize(questions().size());
        assertThat(told(service)).as("asked again").isEqualTo(first);

        try (var uncached = withoutCache()) {
            uncached.start();
            uncached.awaitReady(Duration.ofMinutes(2));
            Service.await(SOON, () -> version(uncached).equals(version(service)));
            assertThat(told(uncached)).as("by a process that keeps nothing").isEqualTo(first);
            assertThat(told(uncached)).as("by it again").isEqualTo(first);
            awayAndBack(uncached);
            assertThat(told(service)).as("after a swap away and back").isEqualTo(first);
            assertThat(told(uncached))
                    .as("after a swap away and back, by the process that keeps nothing")
                    .isEqualTo(first);
        }

        service.close();
        service.start();
        service.awaitReady(Duration.ofMinutes(2));
        assertThat(told(service)).as("after a restart").isEqualTo(first);
        System.out.println(first.size() + " questions, six times each: the same "
                + first.values().stream().mapToInt(String::length).sum() + " characters");
    }

    private Service withoutCache() {
        return new Service(
                "same-bytes",
                Map.of(
                        "CACHE_TTL_SECONDS", "0",
                        "DATABASE_URL", RealPostgres.url(service.database().url()),
                        "MODEL_PATH", service.models().toString()));
    }

    /** Lets both processes serve a copy, and then what they served before. */
    private void awayAndBack(Service other) {
        var registry = new PostgresModelRegistry(
                service.database().models(), new ModelFiles(service.models(), InstantSource.system()));
        String champion = version(service);
        StoredModel stored = registry.load(RecommenderFiles.MODEL, champion);
        String copy = registry.register(
                        RecommenderFiles.MODEL,
                        stored.files(),
                        stored.provenance().withParameter("remark", "away"),
                        "test")
                .version();
        for (String next : List.of(copy, champion)) {
            registry.promote(Promotion.champion(RecommenderFiles.MODEL, next, "test", null)
                    .forced());
            Service.await(
                    SOON, () -> version(service).equals(next) && version(other).equals(next));
        }
    }

    private static String version(Service service) {
        return Answer.of(service.generate(Ask.of(TENANT, "starter-00042"))).modelVersion();
    }

    /** Returns bodies by path: learners with a history and without, lists, gaps, chances. */
    private static List<Map.Entry<String, String>> questions() {
        Ask known = Ask.of(TENANT, ACTIVE).user("target_role", "data-scientist");
        Ask stranger = Ask.of(TENANT, "same-bytes").skill("sql", 40).user("target_role", "data-scientist");
        return List.of(
                Map.entry(GENERATE, Ask.of(TENANT, "starter-00042").json()),
                Map.entry(GENERATE, known.all().field("include_explanations", true).json()),
                Map.entry(GENERATE, stranger.field("include_explanations", true).json()),
                Map.entry(GENERATE, Ask.of(TENANT, "same-bytes-nobody").json()),
                Map.entry("/api/v1/skill-gaps/analyze", known.json()),
                Map.entry("/api/v1/skill-gaps/analyze", stranger.json()),
                Map.entry("/api/v1/skill-gaps/predict", "[\"python\",\"sql\"]"));
    }

    /** Returns the answers, without what is another one's each time. */
    private static Map<String, String> told(Service service) {
        var told = new LinkedHashMap<String, String>();
        for (Map.Entry<String, String> question : questions()) {
            Reply reply = service.post(question.getKey(), question.getValue());
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            told.put(
                    question.toString(),
                    reply.body()
                            .replaceAll("\"processing_time_ms\":\\d+", "")
                            .replaceAll("\"recommendation_id\":\"[^\"]+\"", ""));
        }
        return told;
    }
}
