package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Skill gaps over the starter world: trained values, real evidence, and predictions for one and for all. */
class SkillGapsIT {
    private static final String ANALYZE = "/api/v1/skill-gaps/analyze";
    private static final String PREDICT = "/api/v1/skill-gaps/predict";

    private final Service service = StarterService.get();

    private JsonNode analyze(Ask ask) {
        return service.post(ANALYZE, ask.json()).ok();
    }

    private static Map<String, JsonNode> bySkill(JsonNode answer) {
        return answer.path("skill_gaps")
                .valueStream()
                .collect(Collectors.toMap(gap -> gap.path("skill_id").asString(), gap -> gap));
    }

    @Test
    void aStrangerWithARoleHasTheRolesGaps() {
        JsonNode answer = analyze(Ask.of("acme", "gap-stranger")
                .user("target_role", "Data Engineer")
                .user(
                        "skills",
                        List.of(
                                Map.of("skill_id", "sql", "skill_name", "SQL", "current_level", 40),
                                Map.of("skill_id", "postgresql", "skill_name", "", "current_level", 70)))
                .field("target_skills", List.of(Map.of("skill_id", "mysql", "required_level", 60))));
        Role role = service.database().catalog().load().role("data-engineer").orElseThrow();
        Map<String, JsonNode> gaps = bySkill(answer);

        assertThat(answer.path("target_role").path("role_id").asString()).isEqualTo("data-engineer");
        assertThat(gaps.keySet())
                .containsAll(role.requirements().stream()
                        .filter(r -> !r.skillId().equals("sql"))
                        .filter(r -> r.importance() > 0.5)
                        .map(SkillRequirement::skillId)
                        .toList());
        // Whoever has PostgreSQL at 70 is no beginner in MySQL.
        JsonNode mysql = gaps.get("mysql");
        assertThat(mysql.path("adjacent_skills").path(0).path("skill_id").asString())
                .isEqualTo("postgresql");
        assertThat(mysql.path("current_level").asInt()).isZero();
        assertThat(mysql.path("gap_score").asDouble()).isBetween(10.0, 45.0);
        // The value of closing it is averaged over recent postings of the role, with pay.
        JsonNode sql = gaps.get("sql");
        JsonNode closing = sql.path("closing");
        assertThat(closing.path("jobs").asInt()).isPositive();
        assertThat(closing.path("success_probability_before").asDouble()).isBetween(0.01, 0.99);
        assertThat(closing.path("increase_interval").path("lower").asDouble())
                .isLessThanOrEqualTo(closing.path("increase").asDouble());
        assertThat(closing.path("pay_percent").isNumber()).isTrue();
        assertThat(sql.path("career_impact").asString()).startsWith("Raising SQL from ");
    }

    @Test
    void actionsNameContentsOfTheCatalogueThatTeachTheSkill() {
        JsonNode answer = analyze(Ask.of("acme", "gap-actions").user("target_role", "frontend-engineer"));
        Map<String, Content> contents =
                service.database().catalog().load().contents().stream().collect(Collectors.toMap(Content::id, c -> c));

        assertThat(answer.path("skill_gaps")).isNotEmpty();
        answer.path("skill_gaps").forEach(gap -> {
            assertThat(gap.path("recommended_actions")).isNotEmpty();
            gap.path("recommended_content_ids").forEach(id -> {
                Content content = contents.get(id.asString());
                assertThat(gap.path("recommended_actions").toString()).contains(content.title());
            });
        });
    }

    @Test
    void aKnownLearnersMarketActivityIsEvidence() {
        JsonNode answer = analyze(Ask.of(TENANT, "starter-00004").field("include_inputs", true));

        assertThat(answer.path("inputs").path("events").path("market_signals").asInt())
                .isPositive();
        assertThat(answer.path("inputs").path("requirements").findValuesAsString("source"))
                .contains("market");
        assertThat(answer.path("data_source").asString()).isEqualTo("synthetic");
    }

    @Test
    void predictionsComeForAllAndForOne() {
        JsonNode all = service.post(PREDICT, "[\"python\",\"sql\"]").ok();
        JsonNode one = service.post(
                        PREDICT,
                        Ask.of("acme", "gap-stranger")
                                .user("target_role", "data-engineer")
                                .field("skill_ids", List.of("sql"))
                                .field("target_level", 90)
                                .json())
                .ok();

        JsonNode sql = all.path("predictions").path(1);
        assertThat(all.path("basis").asString()).isEqualTo("population");
        assertThat(sql.path("estimated_job_match_increase").asDouble()).isBetween(0.0, 0.3);
        assertThat(sql.path("confidence").asDouble()).isBetween(0.01, 1.0);
        assertThat(sql.path("applications").asInt()).isGreaterThan(25);
        assertThat(one.path("predictions").path(0).path("target_level").asDouble())
                .isEqualTo(90);
        assertThat(one.path("predictions")
                        .path(0)
                        .path("estimated_job_match_increase")
                        .asDouble())
                .isPositive();
    }
}
