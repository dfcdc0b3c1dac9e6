package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.ACTIVE;
import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import dev.skillpod.store.model.StoredModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The same version and the same input give the same bytes, but for the id of the answer and how long it took: out of the cache and
 * without it, from another process, after a swap away and back, and after a restart. The instant is input too: what is known of a
 * learner fades, so where no cache answers, the numbers of learners with a history may move in their last digits.
 */
class SameBytesIT {
    private static final String GENERATE = "/api/v1/recommendations/generate";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** Two minutes of two months are a twenty-thousandth; scores that fade lose no more. */
    private static final double FADED = 1e-4;

    /**
     * A question.
     *
     * @param fades whether the learner has a history
     */
    private record Question(String path, String json, boolean fades) {}

    private static final Ask KNOWN = Ask.of(TENANT, ACTIVE).user("target_role", "data-scientist");
    private static final Ask STRANGER =
            Ask.of(TENANT, "same-bytes").skill("sql", 40).user("target_role", "data-scientist");
    private static final List<Question> QUESTIONS = List.of(
            new Question(GENERATE, Ask.of(TENANT, "starter-00042").json(), true),
            new Question(
                    GENERATE, KNOWN.all().field("include_explanations", true).json(), true),
            new Question(GENERATE, STRANGER.field("include_explanations", true).json(), false),
            new Question(GENERATE, Ask.of(TENANT, "same-bytes-nobody").json(), false),
            new Question("/api/v1/skill-gaps/analyze", KNOWN.json(), true),
            new Question("/api/v1/skill-gaps/analyze", STRANGER.json(), false),
            new Question("/api/v1/skill-gaps/predict", "[\"python\",\"sql\"]", false));

    private final Service service = StarterService.get();
    private List<String> first;
    private int faded;

    @Test
    void theSameVersionAndInputGiveTheSameBytes() {
        first = QUESTIONS.stream().map(question -> told(service, question)).toList();
        same("asked again", service, true);

        try (var uncached = withoutCache()) {
            uncached.start();
            uncached.awaitReady(Duration.ofMinutes(5));
            Service.await(SOON, () -> version(uncached).equals(version(service)));
            same("by a process that keeps nothing", uncached, false);
            same("by it again", uncached, false);
            awayAndBack(uncached);
            same("after a swap away and back", service, true);
            same("after a swap away and back, by the process that keeps nothing", uncached, false);
        }

        service.close();
        service.start();
        service.awaitReady(Duration.ofMinutes(5));
        same("after a restart", service, false);
        System.out.println(QUESTIONS.size() + " questions, each asked seven times: "
                + first.stream().mapToInt(String::length).sum() + " characters, the same but for " + faded
                + " answers of learners with a history, whose numbers moved by less than " + FADED);
    }

    private void same(String when, Service asked, boolean fromTheCache) {
        for (int i = 0; i < first.size(); i++) {
            Question question = QUESTIONS.get(i);
            String before = first.get(i);
            String now = told(asked, question);
            if (question.fades() && !fromTheCache && !now.equals(before)) {
                faded++;
                assertThat(NUMBER.matcher(now).replaceAll("#"))
                        .as(when)
                        .isEqualTo(NUMBER.matcher(before).replaceAll("#"));
                List<Double> earlier = numbers(before);
                List<Double> later = numbers(now);
                for (int n = 0; n < later.size(); n++) {
                    assertThat(later.get(n)).as(when).isCloseTo(earlier.get(n), within(FADED));
                }
            } else {
                assertThat(now).as(when + ": " + question).isEqualTo(before);
            }
        }
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
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

    /** Returns the answer, without what is another one's each time. */
    private static String told(Service service, Question question) {
        Reply reply = service.post(question.path(), question.json());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body()
                .replaceAll("\"processing_time_ms\":\\d+", "")
                .replaceAll("\"recommendation_id\":\"[^\"]+\"", "");
    }
}
