package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers to single items reach levels, lists and paths of a service that was trained on the starter world. */
class MasteryIT {
    private static final String TENANT = "acme";
    private final Service service = StarterService.get();

    private void answer(String user, boolean correct, int count, Instant at) {
        var events = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            var event = new LinkedHashMap<String, Object>();
            event.put("event_id", UUID.randomUUID().toString());
            event.put("tenant_id", TENANT);
            event.put("user_id", user);
            event.put("type", "ANSWER");
            event.put("timestamp", at.plusSeconds(i).toString());
            event.put("item_id", "sql-item-" + (4 + i % 3));
            event.put("correct", correct);
            event.put("skill_ids", List.of("sql"));
            events.add(event);
        }
        service.post(Events.PATH, JsonMapper.shared().writeValueAsString(events))
                .ok();
    }

    private void profile(String user) {
        service.put(
                "/api/v1/learners/" + TENANT + "/" + user,
                "{\"skills\":[{\"skill_id\":\"sql\",\"skill_name\":\"SQL\",\"current_level\":45}],"
                        + "\"target_role\":\"Data Engineer\"}");
    }

    private double level(String user) {
        JsonNode gaps = service.post(
                        "/api/v1/skill-gaps/analyze",
                        Ask.of(TENANT, user)
                                .field("target_skills", List.of(Map.of("skill_id", "sql", "required_level", 100)))
                                .json())
                .ok()
                .path("skill_gaps");
        return gaps.valueStream()
                .filter(gap -> gap.path("skill_id").asString().equals("sql"))
                .findFirst()
                .orElseThrow()
                .path("current_level")
                .asDouble();
    }

    private JsonNode mastery(String user) {
        return service.get("/api/v1/learners/" + TENANT + "/" + user + "/mastery")
                .ok();
    }

    @Test
    void rightAnswersRaiseALevelAndWrongOnesLowerIt() {
        profile("answers-right");
        profile("answers-wrong");
        Instant now = Instant.now().minusSeconds(600);
        double before = level("answers-right");

        answer("answers-right", true, 6, now);
        answer("answers-wrong", false, 6, now);

        assertThat(before).isEqualTo(45);
        assertThat(level("answers-right")).isGreaterThan(before);
        assertThat(level("answers-wrong")).isLessThan(before);
        assertThat(mastery("answers-right")
                        .path("skills")
                        .path(0)
                        .path("mastery")
                        .asDouble())
                .isGreaterThan(mastery("answers-wrong")
                        .path("skills")
                        .path(0)
                        .path("mastery")
                        .asDouble());
    }

    @Test
    void whatIsLikelyForgottenIsToBeRefreshed() {
        profile("answers-old");
        answer("answers-old", true, 6, Instant.now().minus(1, ChronoUnit.HOURS));
        JsonNode fresh = mastery("answers-old").path("skills").path(0);
        assertThat(fresh.path("review_due").asBoolean()).isFalse();
        assertThat(reviews("answers-old")).isEmpty();
        long halfLife = Math.round(Math.ceil(fresh.path("half_life_days").asDouble()));

        profile("answers-older");
        answer("answers-older", true, 6, Instant.now().minus(halfLife, ChronoUnit.DAYS));
        JsonNode old = mastery("answers-older").path("skills").path(0);

        assertThat(old.path("forgotten_share").asDouble()).isBetween(0.45, 0.55);
        assertThat(old.path("review_due").asBoolean()).isTrue();
        assertThat(old.path("mastery").asDouble())
                .isLessThan(old.path("mastery_when_answered").asDouble());
        assertThat(reviews("answers-older"))
                .isNotEmpty()
                .allMatch(reason -> reason.startsWith("You answered right on SQL ")
                        && reason.contains(" % of what you showed is likely to be forgotten by now"));
    }

    @Test
    void aPathBeginsWithAReviewOfWhatItBuildsOnWithinItsHours() {
        profile("answers-path");
        answer("answers-path", true, 6, Instant.now().minus(3 * 365, ChronoUnit.DAYS));

        JsonNode plan = service.post(
                        "/api/v1/learning-paths/generate",
                        Ask.of(TENANT, "answers-path")
                                .user("target_role", "Data Engineer")
                                .json())
                .ok()
                .path("plan");
        JsonNode review = plan.path("reviews").path(0);

        assertThat(review.path("skill_id").asString()).isEqualTo("sql");
        assertThat(review.path("mastery_after").asDouble())
                .isGreaterThan(review.path("mastery_before").asDouble());
        assertThat(review.path("starts_in_week").asInt()).isEqualTo(1);
        assertThat(review.path("why_now").asString()).startsWith("the path builds on SQL");
        assertThat(plan.path("total_minutes").asDouble())
                .isLessThanOrEqualTo(plan.path("available_minutes").asDouble());
        assertThat(plan.path("calendar")
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("position")
                        .asInt())
                .isZero();
    }

    private List<String> reviews(String user) {
        return Answer.of(service.generate(Ask.of(TENANT, user).field("min_confidence", 0))).items().stream()
                .filter(item -> item.path("recommendation_type").asString().equals("REFRESH_KNOWLEDGE"))
                .map(item -> item.path("reasoning").asString())
                .filter(reason -> reason.contains("SQL"))
                .toList();
    }
}
