package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.jobs.JobsConfig;
import dev.skillpod.core.activity.LearnerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A learner of the starter world is exported and erased: rows, the next training set, and the models that there are. */
class ErasureIT {
    private static final String USER = "starter-00777";
    private static final String PATH = "/api/v1/learners/" + TENANT + "/" + USER;

    private final Service service = StarterService.get();

    @Test
    void anErasedLearnerIsNowhere() throws IOException {
        Answer before = Answer.of(service.generate(Ask.of(TENANT, USER)));
        assertThat(before.method()).isEqualTo("hybrid");
        JsonNode queued = service.post("/api/v1/recommendations/batch", "[\"" + USER + "\"]")
                .json(202);
        String job = "/api/v1/jobs/" + queued.path("job_id").asString();
        Service.await(
                Duration.ofMinutes(2),
                () -> service.get(job).ok().path("state").asString().equals("SUCCEEDED"));
        service.post(
                        "/api/v1/learning-paths/generate",
                        "{\"user_context\":{\"user_id\":\"" + USER + "\",\"tenant_id\":\"" + TENANT
                                + "\",\"target_role\":\"data-scientist\"}}")
                .ok();

        JsonNode export = service.get(PATH + "/export").ok();
        assertThat(export.path("profile")).hasSize(1);
        for (String kind : List.of("events", "recommendations", "learning_paths", "batch_results")) {
            assertThat(export.path(kind)).as(kind).isNotEmpty();
        }
        JsonNode erased = service.delete(PATH).ok();
        assertThat(erased.path("events").asInt())
                .isEqualTo(export.path("events").size());
        assertThat(erased.path("batch_results").asInt()).isPositive();

        service.get(PATH + "/export").problem(404);
        service.get(PATH).problem(404);
        JsonNode results = service.get(job + "/results").ok();
        assertThat(results.path("results")).isEmpty();
        assertThat(results.path("available").asInt()).isZero();
        assertThat(Answer.of(service.generate(Ask.of(TENANT, USER))).method()).isEqualTo("popular_fallback");
        Set<String> trainedOn = new HashSet<>();
        service.database().events().activityLog().forEachLearner(h -> trainedOn.add(id(h.learner())));
        assertThat(trainedOn).hasSizeGreaterThan(100).doesNotContain(TENANT + "/" + USER);
        assertThat(service.get("/api/v1/audit").response().body())
                .contains("erase learner", "export learner")
                .doesNotContain(USER + "\",\"outcome");
        service.delete(PATH).ok();
    }

    @Test
    void aBatchThatWasOrderedBeforeDoesNotBringTheLearnerBack() {
        String user = "starter-00778";
        List<String> others =
                IntStream.range(1, 5_001).mapToObj("other-%05d"::formatted).toList();
        List<String> fillers = Stream.generate(() -> batch(others))
                .limit(JobsConfig.defaults().threads())
                .toList();
        String waiting = batch(List.of(user, "starter-00779"));

        service.delete("/api/v1/learners/" + TENANT + "/" + user).ok();
        assertThat(state(waiting)).isEqualTo("QUEUED");
        fillers.forEach(filler -> service.delete(filler).ok());
        Service.await(Duration.ofMinutes(1), () -> state(waiting).equals("SUCCEEDED"));

        assertThat(service.get(waiting + "/results").ok().path("results").findValuesAsString("user_id"))
                .containsExactly("starter-00779");
        service.get("/api/v1/learners/" + TENANT + "/" + user + "/export").problem(404);
    }

    private String batch(List<String> users) {
        Reply queued = service.post(
                "/api/v1/recommendations/batch", JsonMapper.shared().writeValueAsString(users));
        queued.json(202);
        return queued.header("location");
    }

    private String state(String job) {
        return service.get(job).ok().path("state").asString();
    }

    /** The models were trained with this learner: that they hold no id is what spares withdrawing them. */
    @Test
    void noModelFileHoldsALearnersId() throws IOException {
        try (var files = Files.walk(service.models())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text.contains("starter-0")).as(file.toString()).isFalse();
            }
        }
    }

    private static String id(LearnerKey learner) {
        return learner.tenantId() + "/" + learner.userId();
    }
}
