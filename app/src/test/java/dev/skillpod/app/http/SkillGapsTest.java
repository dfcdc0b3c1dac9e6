package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Analyze and predict over a small catalogue and fixed values: the contract's fields, the evidence, and what is refused. */
class SkillGapsTest extends HttpTest {
    private static final String ANALYZE = "/api/v1/skill-gaps/analyze";
    private static final String PREDICT = "/api/v1/skill-gaps/predict";

    private static final String SQL_AT_40 =
            "\"skills\":[{\"skill_id\":\"sql\",\"skill_name\":\"SQL\",\"current_level\":40}]";
    private static final String APPLIED =
            "\"market_signals\":[{\"signal_type\":\"JOB_APPLICATION\",\"job_id\":\"job-1\",\"timestamp\":\"%s\"}]";

    private static JsonNode gap(JsonNode answer, String skill) {
        return answer.path("skill_gaps")
                .valueStream()
                .filter(gap -> gap.path("skill_id").asString().equals(skill))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no gap in " + skill + ": " + answer));
    }

    @Test
    void theContractsFieldsAreThereAndSayWhatTheyRestOn() {
        String context = SQL_AT_40 + ",\"target_role\":\"Backend Engineer\"";
        JsonNode answer =
                post(ANALYZE, generate(context, APPLIED.formatted(past()))).ok();

        assertThat(answer.propertyNames())
                .contains("skill_gaps", "summary", "market_context", "processing_time_ms", "warnings");
        JsonNode sql = gap(answer, "sql");
        assertThat(sql.path("skill_name").asString()).isEqualTo("SQL");
        assertThat(sql.path("gap_type").asString()).isEqualTo("LEVEL_MISMATCH");
        assertThat(sql.path("current_level").asInt()).isEqualTo(40);
        // Role: 60 with weight 0.7; market: 80 with weight 1 - e^-0.5 = 0.39 (an application an hour old).
        assertThat(sql.path("required_level").asInt()).isEqualTo(67);
        assertThat(sql.path("gap_score").asDouble()).isEqualTo(27.2);
        assertThat(sql.path("market_demand_score").asDouble()).isEqualTo(80);
        assertThat(sql.path("career_impact").asString())
                .contains(
                        "from 40 to 67",
                        "over the job you plausibly go for, from 30.0 % to 37.0 %",
                        "+7.0 points, 95 % interval +3.0 to +11.0",
                        "+4.2 %");
        assertThat(sql.path("evidence").valueStream().map(e -> e.path("source").asString()))
                .containsExactly("role", "market");
        assertThat(sql.path("evidence").path(0).path("role_id").asString()).isEqualTo("backend-engineer");
        assertThat(sql.path("evidence").path(1).path("counts").path("applied").asInt())
                .isEqualTo(1);
        assertThat(sql.path("evidence").path(1).path("job_ids").toString()).isEqualTo("[\"job-1\"]");
        assertThat(sql.path("recommended_actions").path(0).asString()).contains("'Why Your Joins Are Slow'");
        assertThat(sql.path("recommended_content_ids").path(0).asString()).isEqualTo("se-002");
        assertThat(sql.path("closing").path("increase_interval").path("lower").asDouble())
                .isEqualTo(0.03);

        JsonNode python = gap(answer, "python");
        assertThat(python.path("gap_type").asString()).isEqualTo("MISSING");
        assertThat(python.path("gap_score").asDouble()).isEqualTo(70);
        assertThat(python.path("priority").asString()).isEqualTo("CRITICAL");
        assertThat(python.path("career_impact").asString()).endsWith("which the log cannot tell from no change.");
        assertThat(answer.path("skill_gaps").path(0).path("skill_id").asString())
                .isEqualTo("python");

        assertThat(answer.path("summary").toString())
                .isEqualTo("{\"total_gaps\":2,\"critical_count\":1,\"high_count\":1,\"medium_count\":0,"
                        + "\"low_count\":0,\"avg_gap_score\":48.6}");
        assertThat(answer.path("market_context").path("avg_market_demand").asDouble())
                .isEqualTo(60);
        assertThat(answer.path("market_context").path("high_demand_skills").toString())
                .isEqualTo("[\"SQL\"]");
        assertThat(answer.path("target_role").path("role_id").asString()).isEqualTo("backend-engineer");
        assertThat(answer.path("data_source").asString()).isEqualTo("synthetic");
    }

    @Test
    void targetsDecideTheLevelAndDefaultToSeventy() {
        String targets = "\"target_skills\":[{\"skill_id\":\"sql\",\"required_level\":90},{\"skill_id\":\"Py\"}],"
                + "\"include_market_context\":false";
        JsonNode answer = post(ANALYZE, generate("\"target_role\":\"backend-engineer\"", targets))
                .ok();

        assertThat(gap(answer, "sql").path("required_level").asInt()).isEqualTo(90);
        assertThat(gap(answer, "python").path("required_level").asInt()).isEqualTo(70);
        assertThat(answer.path("market_context").isNull()).isTrue();
        // Nobody has applied anywhere: there is no value to tell, and the sentence says who asks.
        assertThat(gap(answer, "sql").path("closing").isNull()).isTrue();
        assertThat(gap(answer, "sql").path("career_impact").asString())
                .isEqualTo("Backend Engineer asks for SQL at level 60.");
    }

    @Test
    void aLevelReachedIsNoGap() {
        JsonNode answer = post(
                        ANALYZE,
                        generate(SQL_AT_40, "\"target_skills\":[{\"skill_id\":\"sql\",\"required_level\":40}]"))
                .ok();

        assertThat(answer.path("skill_gaps")).isEmpty();
        assertThat(answer.path("summary").path("avg_gap_score").asDouble()).isZero();
    }

    @Test
    void whatIsNotUsedForYearsIsOutdated() {
        String skills = "\"skills\":[{\"skill_id\":\"sql\",\"skill_name\":\"\",\"current_level\":70,"
                + "\"last_used_at\":\"2015-01-01T00:00:00Z\"}]";
        JsonNode sql = gap(
                post(ANALYZE, generate(skills, "\"target_skills\":[{\"skill_id\":\"sql\",\"required_level\":70}]"))
                        .ok(),
                "sql");

        assertThat(sql.path("gap_type").asString()).isEqualTo("OUTDATED_SKILL");
        assertThat(sql.path("current_level").asInt()).isEqualTo(35);
    }

    @Test
    void risingSkillsAndCompetitorsMakeGapsOfTheirOwnKind() {
        String signals = "\"market_signals\":["
                + "{\"signal_type\":\"MARKET_TREND\",\"skill_ids\":[\"django\"],\"timestamp\":\"%1$s\"},"
                + "{\"signal_type\":\"COMPETITOR_ANALYSIS\",\"skill_ids\":[\"python\"],\"timestamp\":\"%1$s\"},"
                + "{\"signal_type\":\"SKILL_SEARCH\",\"skill_ids\":[\"javascript\"],\"timestamp\":\"%1$s\"}]";
        JsonNode answer = post(ANALYZE, generate("", signals.formatted(past()))).ok();

        assertThat(gap(answer, "django").path("gap_type").asString()).isEqualTo("TRENDING_SKILL");
        assertThat(gap(answer, "python").path("gap_type").asString()).isEqualTo("COMPETITIVE_ADVANTAGE");
        assertThat(gap(answer, "javascript").path("gap_type").asString()).isEqualTo("MISSING");
        assertThat(gap(answer, "javascript").path("market_demand_known").asBoolean())
                .isFalse();
    }

    @Test
    void freeTextIsTakenByMeaningAndTheRestIsNamed() {
        JsonNode answer = post(ANALYZE, generate("", """
                        "target_skills":[{"skill_id":"x1","skill_name":"relational queries"},
                                         {"skill_id":"welding","skill_name":"Welding","required_level":30}]""")).ok();

        assertThat(gap(answer, "sql").path("required_level").asInt()).isEqualTo(70);
        JsonNode welding = gap(answer, "welding");
        assertThat(welding.path("skill_name").asString()).isEqualTo("Welding");
        assertThat(welding.path("gap_score").asDouble()).isEqualTo(30);
        assertThat(welding.path("recommended_actions")).isEmpty();
        assertThat(answer.path("warnings").toString())
                .contains(
                        "'relational queries' was taken to mean 'sql'",
                        "'welding' is not in the catalogue; nearest known ids: django");
    }

    @Test
    void learnersCanSeeEveryInput() {
        String request = APPLIED.formatted(past()) + ",\"include_inputs\":true";
        JsonNode inputs = post(ANALYZE, generate(SQL_AT_40 + ",\"target_role\":\"backend-engineer\"", request))
                .ok()
                .path("inputs");

        assertThat(inputs.path("levels").toString())
                .isEqualTo("[{\"skill_id\":\"sql\",\"level\":40.0,\"level_at_last_use\":40.0,\"source\":\"request\","
                        + "\"last_used_at\":null,\"years_experience\":null}]");
        assertThat(inputs.path("requirements")).hasSize(2);
        assertThat(inputs.path("jobs").toString()).isEqualTo("[\"job-1\"]");
        assertThat(inputs.path("events").path("market_signals").asInt()).isEqualTo(1);
        assertThat(post(ANALYZE, generate(SQL_AT_40, "")).ok().path("inputs").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|user_context",
                "{'user_context':{'user_id':'u'}}|user_context.tenant_id",
                "{'user_context':{'user_id':'u','tenant_id':'t'},'target_skills':[{'skill_id':'sql','required_level':101}]}"
                        + "|target_skills[0].required_level",
                "{'user_context':{'user_id':'u','tenant_id':'t'},'target_skills':[{}]}|target_skills[0].skill_id",
                "{'user_context':{'user_id':'u','tenant_id':'t'},'market_signals':[{'signal_type':'NEWS',"
                        + "'timestamp':'2026-01-01T00:00:00Z'}]}|market_signals[0].signal_type",
                "{'user_context':{'user_id':'u','tenant_id':'t','skills':[{'skill_id':'a','skill_name':'','current_level':1,"
                        + "'last_used_at':'yesterday'}]}}|user_context.skills[0].last_used_at"
            })
    void illegalRequestsNameTheField(String body, String field) {
        JsonNode problem = post(ANALYZE, body.replace('\'', '"')).problem(422);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void anArrayOfSkillsIsAnsweredForThePopulation() {
        JsonNode answer = post(PREDICT, "[\"sql\",\"SQL\",\"python\",\"javascript\",\"no-such-skill\"]")
                .ok();

        assertThat(answer.path("basis").asString()).isEqualTo("population");
        JsonNode predictions = answer.path("predictions");
        assertThat(predictions.valueStream().map(p -> p.path("skill_id").asString()))
                .containsExactly("sql", "python", "javascript", "no-such-skill");
        JsonNode sql = predictions.path(0);
        assertThat(sql.path("estimated_salary_increase_percent").asDouble()).isEqualTo(4.2);
        assertThat(sql.path("estimated_job_match_increase").asDouble()).isEqualTo(0.07);
        assertThat(sql.path("confidence").asDouble()).isEqualTo(0.7);
        assertThat(sql.path("salary_percent_interval").path("upper").asDouble()).isEqualTo(7);
        assertThat(sql.path("target_level").isNull()).isTrue();
        assertThat(predictions.path(1).path("estimated_salary_increase_percent").isNull())
                .isTrue();
        assertThat(predictions.path(2).path("estimated_job_match_increase").isNull())
                .isTrue();
        assertThat(predictions.path(2).path("confidence").asDouble()).isZero();
        assertThat(predictions.path(2).path("note").asString()).contains("too few answered applications");
        assertThat(answer.path("warnings").toString()).contains("'no-such-skill' is not in the catalogue");
    }

    @Test
    void aLearnerIsAnsweredPersonally() {
        String body = generate(
                SQL_AT_40 + ",\"target_role\":\"backend-engineer\"",
                "\"skill_ids\":[\"sql\",\"python\"]," + APPLIED.formatted(past()));
        JsonNode answer = post(PREDICT, body).ok();

        assertThat(answer.path("basis").asString()).isEqualTo("personal");
        JsonNode sql = answer.path("predictions").path(0);
        assertThat(sql.path("current_level").asDouble()).isEqualTo(40);
        assertThat(sql.path("target_level").asDouble()).isBetween(67.0, 67.3);
        assertThat(sql.path("estimated_job_match_increase").asDouble()).isEqualTo(0.07);
        assertThat(answer.path("predictions").path(1).path("target_level").asDouble())
                .isEqualTo(70);

        JsonNode chosen = post(PREDICT, generate(SQL_AT_40, "\"skill_ids\":[\"sql\"],\"target_level\":90"))
                .ok();
        assertThat(chosen.path("predictions").path(0).path("target_level").asDouble())
                .isEqualTo(90);
        assertThat(chosen.path("predictions")
                        .path(0)
                        .path("estimated_job_match_increase")
                        .isNull())
                .isTrue();
    }

    @Test
    void predictionsThatCannotBeMadeAreRefused() {
        String many =
                IntStream.range(0, 101).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        assertThat(post(PREDICT, many).problem(422).path("detail").asString())
                .contains("must have 1 to 100 skill ids, had 101");
        post(PREDICT, "[]").problem(422);
        post(PREDICT, "[\"sql\",null]").problem(422);
        post(PREDICT, "[1]").problem(400);
        post(PREDICT, "\"sql\"").problem(400);
        post(PREDICT, "null").problem(400);
        post(PREDICT, "").problem(400);
        assertThat(post(PREDICT, "{\"skill_ids\":[\"sql\"]}")
                        .problem(422)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("user_context");
        post(PREDICT, generate("", "\"skill_ids\":[]")).problem(422);
        post(PREDICT, generate("", "\"skill_ids\":[\"sql\"],\"target_level\":101"))
                .problem(422);
    }
}
