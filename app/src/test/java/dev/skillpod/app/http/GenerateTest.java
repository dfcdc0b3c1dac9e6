package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.SkillGap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the recommender is asked, and the shape of the answer. */
class GenerateTest extends HttpTest {

    /** The exact answer, but for the time it took. */
    @Test
    void answersInTheContractsShape() {
        String body = generate("", "\"max_recommendations\":1,\"filter_content_types\":[\"ARTICLE\"]");
        String golden = """
                {"recommendations":[{"content_id":"se-002","content_type":"ARTICLE","title":"Why Your Joins Are Slow",\
                "description":null,"provider":"Northlight Academy","url":null,"relevance_score":0.5,\
                "urgency_score":0.25,"impact_score":0.75,"confidence_score":0.5,"overall_score":0.625,\
                "recommendation_type":"SKILL_GAP_FILL","target_skill_ids":["sql"],"prerequisite_ids":[],\
                "estimated_duration_minutes":12,"propensity":1.0,"explored":false,"reasoning":"It closes a gap.",\
                "factors":[{"name":"base","value":0.5},{"name":"closes a gap","value":0.125}]}],\
                "generation_method":"cold_start","model_version":"test-1","processing_time_ms":0,"user_id":"u",\
                "recommendation_id":"11111111-2222-3333-4444-555555555555","data_source":"synthetic",\
                "policy":"ranked","warnings":[]}""";

        Reply reply = post(GENERATE, body);

        assertThat(reply.ok().path("processing_time_ms").isIntegralNumber()).isTrue();
        assertThat(reply.response().body().replaceAll("\"processing_time_ms\":\\d+", "\"processing_time_ms\":0"))
                .isEqualTo(golden);
    }

    @Test
    void takesTheContractsDefaults() {
        post(GENERATE, generate("", "\"unknown\":{\"field\":[1]}")).ok();

        var request = recommender.last();
        assertThat(request.maxRecommendations()).isEqualTo(10);
        assertThat(request.minConfidence()).isEqualTo(0.3);
        assertThat(request.includeExplanations()).isTrue();
        assertThat(request.contentTypes()).isEmpty();
        assertThat(request.gaps()).isEmpty();
        assertThat(request.learner().profile().weeklyLearningHours()).isEqualTo(10);
    }

    @Test
    void nullIsTheSameAsLeftOut() {
        String nulls = "\"recent_signals\":null,\"skill_gaps\":null,\"max_recommendations\":null,"
                + "\"include_explanations\":null,\"filter_content_types\":null,\"min_confidence\":null";
        post(GENERATE, generate("\"skills\":null,\"career_goals\":null,\"target_role\":null", nulls))
                .ok();

        assertThat(recommender.last().maxRecommendations()).isEqualTo(10);
    }

    @Test
    void wholeNumbersMayHaveAFraction() {
        post(GENERATE, generate("\"weekly_learning_hours\":7.0", "\"max_recommendations\":-0.0"))
                .problem(422);
        post(GENERATE, generate("\"weekly_learning_hours\":7.0", "\"max_recommendations\":2e0,\"min_confidence\":-0"))
                .ok();

        assertThat(recommender.last().maxRecommendations()).isEqualTo(2);
        assertThat(recommender.last().learner().profile().weeklyLearningHours()).isEqualTo(7);
    }

    @Test
    void noExplanationsMeansNoReasoning() {
        JsonNode answer =
                post(GENERATE, generate("", "\"include_explanations\":false")).ok();

        assertThat(answer.path("recommendations").path(0).path("reasoning").isNull())
                .isTrue();
    }

    @Test
    void requestWinsOverTheStoredProfileSkillBySkill() {
        put("/api/v1/learners/t/merged", """
                {"skills":[{"skill_id":"python","skill_name":"Python","current_level":20},
                           {"skill_id":"sql","skill_name":"SQL","current_level":70}],
                 "career_goals":["stored goal"],"target_role":"stored role","experience_level":"EXPERT",
                 "preferred_learning_style":"MIXED","weekly_learning_hours":3}""");
        post(GENERATE, """
                {"user_context":{"user_id":"merged","tenant_id":"t","target_role":"asked role",
                 "experience_level":"BEGINNER",
                 "skills":[{"skill_id":"python","skill_name":"Python","current_level":55,"years_experience":2}]}}""").ok();

        var profile = recommender.last().learner().profile();
        assertThat(profile.skills())
                .containsExactlyInAnyOrder(new LearnerSkill("python", 55, 2.0), new LearnerSkill("sql", 70, null));
        assertThat(profile.targetRole()).isEqualTo("asked role");
        assertThat(profile.experienceLevel()).isEqualTo(Proficiency.BEGINNER);
        assertThat(profile.careerGoals()).containsExactly("stored goal");
        assertThat(profile.learningStyle()).isEqualTo(LearningStyle.MIXED);
        assertThat(profile.weeklyLearningHours()).isEqualTo(3);
    }

    @Test
    void recentSignalsJoinTheStoredOnesInTimeOrder() {
        String stored = """
                [{"event_id":"g-1","tenant_id":"t","user_id":"signals","type":"MARKET_SIGNAL",
                  "timestamp":"2026-02-01T00:00:00Z","signal_type":"JOB_VIEW","skill_ids":["sql"]}]""";
        post("/api/v1/events", stored).ok();
        JsonNode answer = post(GENERATE, """
                {"user_context":{"user_id":"signals","tenant_id":"t"},"recent_signals":[
                  {"signal_type":"JOB_REJECTION","skill_ids":["JS"],"outcome":"rejected","match_score":0.4,
                   "timestamp":"2026-01-01T02:00:00+02:00"},
                  {"signal_type":"SKILL_SEARCH","timestamp":"2999-01-01T00:00:00Z"}]}""").ok();

        var signals = recommender.last().learner().signals();
        assertThat(signals).hasSize(2);
        assertThat(signals.get(0).occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(signals.get(0).skillIds()).containsExactly("javascript");
        assertThat(signals.get(0).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(signals.get(1).eventId()).isEqualTo("g-1");
        assertThat(answer.path("warnings").toString()).contains("recent_signals[1].timestamp lies in the future");
    }

    @Test
    void namesAndAliasesBecomeIdsAndUnknownSkillsAreReported() {
        JsonNode answer = post(GENERATE, """
                {"user_context":{"user_id":"u","tenant_id":"t","skills":[
                   {"skill_id":"  PYTHON 3 ","skill_name":"x","current_level":5},
                   {"skill_id":"s-17","skill_name":"structured query language","current_level":6},
                   {"skill_id":"pythn","skill_name":"Pythn","current_level":7}]},
                 "skill_gaps":[{"skill_id":"ecmascript","skill_name":"","gap_score":12.5,"priority":"HIGH"}]}""").ok();

        assertThat(recommender.last().learner().profile().skills())
                .extracting(LearnerSkill::skillId)
                .containsExactly("python", "sql", "pythn");
        assertThat(recommender.last().gaps()).isEqualTo(List.of(new SkillGap("javascript", 12.5)));
        assertThat(answer.path("warnings")).hasSize(1);
        assertThat(answer.path("warnings").path(0).asString())
                .startsWith("skill 'pythn' is not in the catalogue; nearest known ids: python");
    }

    @Test
    void filtersReachTheRecommender() {
        post(GENERATE, generate("", "\"filter_content_types\":[\"VIDEO\",\"BOOK\"],\"min_confidence\":0"))
                .ok();

        assertThat(recommender.last().contentTypes()).containsExactlyInAnyOrder(ContentType.VIDEO, ContentType.BOOK);
        assertThat(recommender.last().minConfidence()).isZero();
    }
}
