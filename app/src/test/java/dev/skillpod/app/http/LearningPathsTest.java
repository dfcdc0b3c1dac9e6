package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.inmemory.InMemoryLearningPaths;
import dev.skillpod.core.activity.LearnerKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Learning paths over a small catalogue without trained models: fields, re-planning, and what is refused. */
class LearningPathsTest extends HttpTest {
    private static final String PATHS = "/api/v1/learning-paths";
    private static final String BACKEND = "\"target_role\":\"backend-engineer\"";

    @Autowired
    private InMemoryLearningPaths paths;

    private JsonNode plan(String inContext, String inRequest) {
        return post(PATHS + "/generate", generate(inContext, inRequest)).ok();
    }

    private Reply patch(String id, String json) {
        return send("PATCH", PATHS + "/" + id + "?tenant_id=t", JSON, BodyPublishers.ofString(json));
    }

    private static List<String> contents(JsonNode answer) {
        return answer.path("plan")
                .path("steps")
                .valueStream()
                .map(step -> step.path("content_id").asString())
                .toList();
    }

    @Test
    void aPathSaysWhatItDoesAndWhy() {
        JsonNode answer = plan("", BACKEND);
        JsonNode plan = answer.path("plan");

        assertThat(answer.path("version").asInt()).isEqualTo(1);
        assertThat(plan.path("target_role").path("role_id").asString()).isEqualTo("backend-engineer");
        assertThat(contents(answer)).contains("se-002", "se-003");
        assertThat(plan.path("attainment").path("before").path("expected").asDouble())
                .isZero();
        assertThat(plan.path("attainment").path("after").path("expected").asDouble())
                .isPositive();
        assertThat(plan.path("deadline_assumed").asBoolean()).isTrue();
        assertThat(plan.path("assumptions").toString()).contains("12 weeks", "a fifth", "median");
        assertThat(plan.path("limited_by").asString()).isEqualTo("CATALOGUE");
        assertThat(plan.path("baselines")).hasSize(3);
        plan.path("baselines")
                .forEach(baseline -> assertThat(
                                baseline.path("attainment").path("expected").asDouble())
                        .isLessThanOrEqualTo(plan.path("attainment")
                                .path("after")
                                .path("expected")
                                .asDouble()));
        JsonNode step = plan.path("steps").path(0);
        assertThat(step.path("why_now").path(0).asString()).contains("Backend Engineer requires");
        assertThat(step.path("mastery").path(0).path("before").path("expected").asDouble())
                .isZero();
        assertThat(plan.path("total_minutes").asDouble())
                .isCloseTo(
                        plan.path("calendar")
                                .valueStream()
                                .mapToDouble(week -> week.path("minutes").asDouble())
                                .sum(),
                        within(0.5));
    }

    @Test
    void aPathIsKeptForItsTenantAlone() {
        String id = plan("", BACKEND).path("path_id").asString();

        JsonNode again = get(PATHS + "/" + id + "?tenant_id=t").ok();
        assertThat(again.path("version").asInt()).isEqualTo(1);
        assertThat(again.path("replanned_because").isNull()).isTrue();
        get(PATHS + "/" + id + "?tenant_id=other").problem(404);
        get(PATHS + "/" + id).problem(404);
        get(PATHS + "/no-uuid?tenant_id=t").problem(404);
    }

    @Test
    void aPathOfALearnerWhoIsErasedMeanwhileIsNotKept() {
        paths.before(() -> learners.erase(new LearnerKey("t", "u")));
        JsonNode answer;
        try {
            answer = plan("", BACKEND);
        } finally {
            paths.before(() -> {});
        }

        assertThat(answer.path("path_id").isNull()).isTrue();
        assertThat(answer.path("version").asInt()).isZero();
        assertThat(answer.path("degraded").toString()).contains("erased", "not kept");
        assertThat(contents(answer)).isNotEmpty();
    }

    @Test
    void aChangePlansAgain() {
        String id = plan("", BACKEND).path("path_id").asString();

        JsonNode without = patch(id, "{\"exclude_content_ids\":[\"se-002\"],\"weekly_learning_hours\":3}")
                .ok();
        assertThat(without.path("version").asInt()).isEqualTo(2);
        assertThat(contents(without)).isNotEmpty().doesNotContain("se-002");
        assertThat(without.path("plan").path("available_minutes").asDouble()).isEqualTo(12 * 180);

        JsonNode pinned =
                patch(id, "{\"pin_content_ids\":[\"se-002\",\"nothing\"]}").ok();
        assertThat(contents(pinned)).contains("se-002");
        assertThat(pinned.path("plan").path("unplaced").path(0).path("reason").asString())
                .isEqualTo("the catalogue has no content of that id");

        JsonNode done = patch(id, "{\"done_content_ids\":[\"se-002\"]}").ok();
        assertThat(contents(done)).doesNotContain("se-002");
        assertThat(done.path("done_content_ids").toString()).isEqualTo("[\"se-002\"]");
        assertThat(done.path("plan")
                        .path("attainment")
                        .path("before")
                        .path("expected")
                        .asDouble())
                .isPositive();
        assertThat(get(PATHS + "/" + id + "?tenant_id=t").ok().path("version").asInt())
                .isEqualTo(4);
    }

    @Test
    void eventsSinceThenPlanAgain() {
        JsonNode first = post(
                        PATHS + "/generate",
                        "{\"user_context\":{\"user_id\":\"walker\",\"tenant_id\":\"t\"}," + BACKEND + "}")
                .ok();
        post("/api/v1/events", """
                [{"event_id":"path-1","tenant_id":"t","user_id":"walker","type":"COMPLETE","content_id":"se-002",
                  "timestamp":"%s"}]""".formatted(past()));

        String path = PATHS + "/" + first.path("path_id").asString() + "?tenant_id=t";
        JsonNode second = get(path).ok();
        assertThat(second.path("replanned_because").asString()).contains("1 contents were finished");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(contents(second)).doesNotContain("se-002");
        assertThat(get(path).ok().path("replanned_because").isNull()).isTrue();
    }

    @Test
    void theSkillsAskedForAndTheLimitsAreKept() {
        JsonNode answer = plan(
                "\"skills\":[{\"skill_id\":\"sql\",\"skill_name\":\"SQL\",\"current_level\":5}]",
                "\"target_skills\":[{\"skill_id\":\"sql\",\"required_level\":60}],\"max_items\":1,"
                        + "\"content_types\":[\"ARTICLE\"]");

        assertThat(contents(answer)).containsExactly("se-002");
        assertThat(answer.path("plan")
                        .path("skills")
                        .path(0)
                        .path("required_level")
                        .asDouble())
                .isEqualTo(60);
    }

    @Test
    void anUnknownRoleNamesTheNearest() {
        JsonNode problem = post(PATHS + "/generate", generate("", "\"target_role\":\"lion tamer\""))
                .problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("target_role");
        assertThat(problem.path("detail").asString()).contains("lion tamer", "Backend Engineer");
    }

    @Test
    void withoutAnyGoalTheAnswerSaysWhatToSend() {
        JsonNode problem = post(PATHS + "/generate", generate("", "")).problem(422);

        assertThat(problem.path("detail").asString()).contains("target_role", "target_skills", "career_goals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"max_items\":0 | max_items",
                "\"max_items\":51 | max_items",
                "\"weekly_learning_hours\":81 | weekly_learning_hours",
                "\"deadline\":\"tomorrow\" | deadline",
                "\"deadline\":\"2020-01-01T00:00:00Z\" | deadline",
                "\"deadline\":\"2099-01-01T00:00:00Z\" | deadline",
                "\"content_types\":[\"SONG\"] | content_types[0]",
                "\"pinned_content_ids\":[\"\"] | pinned_content_ids[0]",
                "\"pinned_content_ids\":[\"se-001\"],\"excluded_content_ids\":[\"se-001\"] | pinned_content_ids[0]",
                "\"target_skills\":[{\"skill_id\":\"sql\",\"required_level\":101}] | target_skills[0].required_level"
            })
    void whatIsNotLegalIsNamed(String fields, String field) {
        JsonNode problem =
                post(PATHS + "/generate", generate("", BACKEND + "," + fields)).problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void theDeadlineGivesTheBudget() {
        String deadline = Instant.now().plusSeconds(14 * 86_400L).toString();
        JsonNode plan = plan("\"weekly_learning_hours\":2", BACKEND + ",\"deadline\":\"" + deadline + "\"")
                .path("plan");

        assertThat(plan.path("available_minutes").asDouble()).isCloseTo(240, within(1.0));
        assertThat(plan.path("total_minutes").asDouble()).isLessThanOrEqualTo(240);
        assertThat(plan.path("deadline_assumed").asBoolean()).isFalse();
    }
}
