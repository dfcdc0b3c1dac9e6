package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Learning paths over the starter world: trained, stored, planned again after events, and erased with the learner. */
class LearningPathsIT {
    private static final String PATHS = "/api/v1/learning-paths/";

    private final Service service = StarterService.get();

    private static List<String> contents(JsonNode answer) {
        return answer.path("plan").path("steps").findValuesAsString("content_id").stream()
                .distinct()
                .toList();
    }

    private static double attained(JsonNode answer) {
        return answer.path("plan")
                .path("attainment")
                .path("after")
                .path("expected")
                .asDouble();
    }

    @Test
    void aPathIsPlannedKeptPlannedAgainAndErased() {
        JsonNode first = service.post(
                        PATHS + "generate",
                        Ask.of("acme", "path-walker")
                                .user("target_role", "Data Engineer")
                                .user(
                                        "skills",
                                        List.of(Map.of("skill_id", "sql", "skill_name", "SQL", "current_level", 35)))
                                .field("weekly_learning_hours", 8)
                                .field("max_items", 12)
                                .json())
                .ok();
        JsonNode plan = first.path("plan");
        String url = PATHS + first.path("path_id").asString() + "?tenant_id=acme";

        assertThat(plan.path("steps").size()).isBetween(5, 12);
        assertThat(plan.path("total_minutes").asDouble()).isLessThanOrEqualTo(8 * 60 * 12);
        assertThat(plan.path("data_source").asString()).isEqualTo("synthetic");
        assertThat(plan.path("assumptions").toString()).doesNotContain("a fifth");
        assertThat(attained(first))
                .isGreaterThan(
                        plan.path("attainment").path("before").path("expected").asDouble());
        plan.path("baselines")
                .forEach(baseline -> assertThat(
                                baseline.path("attainment").path("expected").asDouble())
                        .isLessThanOrEqualTo(attained(first)));
        plan.path("steps").forEach(step -> assertThat(step.path("why_now")).isNotEmpty());
        assertThat(service.get(url).ok().path("version").asInt()).isEqualTo(1);

        String done = contents(first).getFirst();
        service.post("/api/v1/events", """
                        [{"event_id":"path-it-1","tenant_id":"acme","user_id":"path-walker","type":"COMPLETE",
                          "content_id":"%s","timestamp":"%s"}]""".formatted(done, Instant.now().minusSeconds(60)))
                .ok();
        JsonNode second = service.get(url).ok();

        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("replanned_because").asString()).contains("1 contents were finished");
        assertThat(contents(second)).doesNotContain(done);

        service.database().erase(new LearnerKey("acme", "path-walker"));
        assertThat(service.get(url).status()).isEqualTo(404);
    }

    @Test
    void aKnownLearnersMarketActivityIsAGoal() {
        JsonNode answer = service.post(
                        PATHS + "generate", Ask.of(TENANT, "starter-00004").json())
                .ok();

        assertThat(answer.path("plan").path("skills")).isNotEmpty();
    }
}
