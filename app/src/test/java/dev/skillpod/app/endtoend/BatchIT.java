package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchIT {
    private static final String BATCH = "/api/v1/recommendations/batch";

    private final Service service = StarterService.get();

    private static String users(int from, int count) {
        return JsonMapper.shared()
                .writeValueAsString(IntStream.range(from, from + count)
                        .mapToObj("starter-%05d"::formatted)
                        .toList());
    }

    private JsonNode state(String location) {
        return service.get(location).ok();
    }

    @Test
    void everyUserGetsWhatGenerateAnswers() {
        Reply reply = service.post(BATCH, users(11, 3));
        JsonNode queued = reply.json(202);
        String location = reply.header("location");

        assertThat(queued.path("status").asString()).isEqualTo("queued");
        assertThat(queued.path("user_count").asInt()).isEqualTo(3);
        assertThat(queued.path("message").asString()).isNotBlank();
        assertThat(location).isEqualTo("/api/v1/jobs/" + queued.path("job_id").asString());
        Service.await(
                Duration.ofSeconds(30),
                () -> !List.of("QUEUED", "RUNNING")
                        .contains(state(location).path("state").asString()));
        JsonNode ended = state(location);
        assertThat(ended.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("done").asInt()).isEqualTo(3);
        assertThat(ended.path("total").asInt()).isEqualTo(3);

        JsonNode results =
                service.get(ended.path("results_url").asString()).ok().path("results");
        assertThat(results).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var batched = new Answer(results.path(i));
            Answer asked = Answer.of(service.generate(Ask.of(TENANT, "starter-%05d".formatted(11 + i))));
            assertThat(batched.json().path("user_id")).isEqualTo(asked.json().path("user_id"));
            assertThat(batched.contentIds()).isEqualTo(asked.contentIds());
            assertThat(batched.texts("reasoning")).isEqualTo(asked.texts("reasoning"));
            assertThat(service.database().recommendations().find(TENANT, batched.id()))
                    .isPresent();
        }
    }

    @Test
    void aTenantIsNamedByItsHeader() {
        Reply reply = service.send("POST", BATCH, "[\"starter-00011\"]", "x-tenant-id", "globex");
        reply.json(202);
        String location = reply.header("location");
        Service.await(
                Duration.ofSeconds(30),
                () -> state(location).path("state").asString().equals("SUCCEEDED"));

        JsonNode result =
                service.get(location + "/results").ok().path("results").path(0);

        assertThat(state(location).path("tenant_id").asString()).isEqualTo("globex");
        assertThat(new Answer(result).method()).isEqualTo("popular_fallback");
    }

    @Test
    void aJobCanBeCancelledAndItsResultsRemain() {
        Reply reply = service.post(BATCH, users(1, 5_000));
        reply.json(202);
        String location = reply.header("location");
        Service.await(Duration.ofSeconds(30), () -> state(location).path("done").asInt() > 0);

        JsonNode cancelled = service.delete(location).ok();

        assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
        service.delete(location).problem(409);
        assertThat(state(location).path("done").asInt()).isBetween(1, 4_999);
        assertThat(service.get(location + "/results?limit=5").ok().path("results"))
                .hasSize(5);
        // Whoever waits behind it is served: the thread has found out and left the cancelled job.
        String next = service.post(BATCH, users(1, 1)).header("location");
        Service.await(
                Duration.ofSeconds(30),
                () -> state(next).path("state").asString().equals("SUCCEEDED"));
    }

    @Test
    void noSuchJobIsNotFound() {
        service.get("/api/v1/jobs/00000000-0000-0000-0000-000000000000").problem(404);
        service.delete("/api/v1/jobs/nonsense").problem(404);
    }
}
