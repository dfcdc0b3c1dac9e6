package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every bad request is a problem that names the field at fault, and the next request works. */
class BadInputTest extends HttpTest {

    static Stream<Arguments> badGenerates() {
        String level = "user_context.skills[0].current_level";
        String signal = "recent_signals[0].timestamp";
        return Stream.of(
                // Not JSON, or not of the right JSON type: 400.
                bad("empty", "", 400, null, "needs a JSON body"),
                bad("null", "null", 400, null, "needs a JSON body"),
                bad("blank", "  ", 400, null, null),
                bad("cut off", "{\"user_context\":", 400, "", "malformed"),
                bad("no JSON", "hello", 400, "", "malformed"),
                bad("array", "[]", 400, "", "must be an object, was an array"),
                bad("string", "\"x\"", 400, "", "must be an object, was a string"),
                bad("number", "5", 400, "", "must be an object, was a number"),
                bad("two values", generate("", "") + "{}", 400, "", null),
                bad("context is a string", "{\"user_context\":\"x\"}", 400, "user_context", "must be an object"),
                bad("context is empty text", "{\"user_context\":\"\"}", 400, "user_context", "must be an object"),
                bad("context is an array", "{\"user_context\":[]}", 400, "user_context", "must be an object"),
                bad("skills is an object", context("\"skills\":{}"), 400, "user_context.skills", "must be an array"),
                bad("skills is empty text", context("\"skills\":\"\""), 400, "user_context.skills", "must be an array"),
                bad("goals is a string", context("\"career_goals\":\"x\""), 400, "user_context.career_goals", "array"),
                bad("goal is a number", context("\"career_goals\":[1]"), 400, "user_context.career_goals[0]", "was 1"),
                bad(
                        "id is a number",
                        "{\"user_context\":{\"user_id\":7,\"tenant_id\":\"t\"}}",
                        400,
                        "user_context.user_id",
                        "must be a string, was 7"),
                bad("level is text", skill("\"10\""), 400, level, "must be an integer in [0, 100], was \"10\""),
                bad("level is true", skill("true"), 400, level, "must be an integer in [0, 100], was true"),
                bad("level is 10.5", skill("10.5"), 400, level, "was 10.5"),
                bad("level is an array", skill("[1]"), 400, level, "was an array"),
                bad("level is an object", skill("{}"), 400, level, "was an object"),
                bad("NaN", skill("NaN"), 400, null, "malformed"),
                bad("leading zero", skill("007"), 400, null, "malformed"),
                bad(
                        "flag is text",
                        request("\"include_explanations\":\"true\""),
                        400,
                        "include_explanations",
                        "true or"),
                bad("flag is 1", request("\"include_explanations\":1"), 400, "include_explanations", "was 1"),
                bad("confidence is text", request("\"min_confidence\":\"0.5\""), 400, "min_confidence", "a number"),
                bad("same key twice", request("\"min_confidence\":0.1,\"min_confidence\":0.2"), 400, null, "uplicate"),
                bad("same unknown key twice", request("\"x\":{\"y\":1,\"y\":2}"), 400, null, "uplicate"),
                bad("10,000 levels", request("\"x\":" + "[".repeat(10_000)), 400, null, "64 levels"),
                bad("65 levels", request("\"x\":" + "[".repeat(64) + "]".repeat(64)), 400, null, "64 levels"),
                bad("NUL", context("\"target_role\":\"a\\u0000b\""), 400, "user_context.target_role", "U+0000"),
                bad(
                        "half a surrogate pair",
                        context("\"target_role\":\"\\ud800\""),
                        400,
                        "user_context.target_role",
                        "D800"),
                bad("the other half", context("\"target_role\":\"\\udc00x\""), 400, "user_context.target_role", "DC00"),
                bad("long number", skill("1".repeat(1000)), 400, null, "too long"),
                // JSON of the right type, but not legal: 422.
                bad("no context", "{}", 422, "user_context", "required"),
                bad("null context", "{\"user_context\":null}", 422, "user_context", "required"),
                bad("no tenant", "{\"user_context\":{\"user_id\":\"u\"}}", 422, "user_context.tenant_id", "required"),
                bad(
                        "empty user",
                        "{\"user_context\":{\"user_id\":\"\",\"tenant_id\":\"t\"}}",
                        422,
                        "user_context.user_id",
                        "1 to 200"),
                bad(
                        "blank user",
                        "{\"user_context\":{\"user_id\":\" \\n\",\"tenant_id\":\"t\"}}",
                        422,
                        "user_context.user_id",
                        "1 to 200"),
                bad(
                        "long user",
                        "{\"user_context\":{\"user_id\":\"" + "u".repeat(201) + "\",\"tenant_id\":\"t\"}}",
                        422,
                        "user_context.user_id",
                        "had 201"),
                bad("level 101", skill("101"), 422, level, "must be in [0, 100], was 101"),
                bad("level -1", skill("-1"), 422, level, "must be in [0, 100], was -1"),
                bad("level null", skill("null"), 422, level, "required"),
                bad("level 1e400", skill("1e400"), 422, level, "must be an integer in [0, 100], was 1e400"),
                bad("level 1e1000000000", skill("1e1000000000"), 422, level, "was 1e1000000000"),
                bad("level 99999999999", skill("99999999999"), 422, level, "was 99999999999"),
                bad("confidence 1e400", request("\"min_confidence\":1e400"), 422, "min_confidence", "was 1e400"),
                bad(
                        "confidence -1e1000000000",
                        request("\"min_confidence\":-1e1000000000"),
                        422,
                        "min_confidence",
                        "-1e1000000000"),
                bad(
                        "confidence 1.01",
                        request("\"min_confidence\":1.01"),
                        422,
                        "min_confidence",
                        "must be in [0, 1], was 1.01"),
                bad("none wanted", request("\"max_recommendations\":0"), 422, "max_recommendations", "[1, 50], was 0"),
                bad("51 wanted", request("\"max_recommendations\":51"), 422, "max_recommendations", "[1, 50], was 51"),
                bad(
                        "unknown type",
                        request("\"filter_content_types\":[\"VIDEO\",\"FILM\"]"),
                        422,
                        "filter_content_types[1]",
                        "PODCAST, BOOTCAMP, was \"FILM\""),
                bad(
                        "null type",
                        request("\"filter_content_types\":[null]"),
                        422,
                        "filter_content_types[0]",
                        "required"),
                bad(
                        "lower case type",
                        request("\"filter_content_types\":[\"video\"]"),
                        422,
                        "filter_content_types[0]",
                        "VIDEO"),
                bad(
                        "experience",
                        context("\"experience_level\":\"GURU\""),
                        422,
                        "user_context.experience_level",
                        "EXPERT, was \"GURU\""),
                bad(
                        "style",
                        context("\"preferred_learning_style\":\"X\""),
                        422,
                        "user_context.preferred_learning_style",
                        "MIXED"),
                bad(
                        "0 hours",
                        context("\"weekly_learning_hours\":0"),
                        422,
                        "user_context.weekly_learning_hours",
                        "[1, 80], was 0"),
                bad(
                        "81 hours",
                        context("\"weekly_learning_hours\":81"),
                        422,
                        "user_context.weekly_learning_hours",
                        "was 81"),
                bad("null skill", context("\"skills\":[null]"), 422, "user_context.skills[0]", "required"),
                bad(
                        "501 skills",
                        context("\"skills\":[" + "null,".repeat(500) + "null]"),
                        422,
                        "user_context.skills",
                        "at most 500 entries, had 501"),
                bad(
                        "51 goals",
                        context("\"career_goals\":[" + "\"g\",".repeat(50) + "\"g\"]"),
                        422,
                        "user_context.career_goals",
                        "had 51"),
                bad(
                        "long goal",
                        context("\"career_goals\":[\"" + "g".repeat(2001) + "\"]"),
                        422,
                        "user_context.career_goals[0]",
                        "at most 2000 characters, had 2001"),
                bad(
                        "negative years",
                        context(
                                "\"skills\":[{\"skill_id\":\"s\",\"skill_name\":\"s\",\"current_level\":1,\"years_experience\":-0.5}]"),
                        422,
                        "user_context.skills[0].years_experience",
                        "was -0.5"),
                bad(
                        "no skill id",
                        context("\"skills\":[{\"skill_name\":\"s\",\"current_level\":1}]"),
                        422,
                        "user_context.skills[0].skill_id",
                        "required"),
                bad(
                        "unknown signal",
                        signal("\"signal_type\":\"X\",\"timestamp\":\"2026-01-01T00:00:00Z\""),
                        422,
                        "recent_signals[0].signal_type",
                        "JOB_VIEW"),
                bad(
                        "unknown outcome",
                        signal(
                                "\"signal_type\":\"JOB_VIEW\",\"outcome\":\"LOST\",\"timestamp\":\"2026-01-01T00:00:00Z\""),
                        422,
                        "recent_signals[0].outcome",
                        "WITHDRAWN, was \"LOST\""),
                bad("no time", signal("\"signal_type\":\"JOB_VIEW\""), 422, signal, "required"),
                bad(
                        "time without zone",
                        signal("\"signal_type\":\"JOB_VIEW\",\"timestamp\":\"2026-01-01T00:00:00\""),
                        422,
                        signal,
                        "with an offset"),
                bad(
                        "no such day",
                        signal("\"signal_type\":\"JOB_VIEW\",\"timestamp\":\"2026-02-30T00:00:00Z\""),
                        422,
                        signal,
                        "2026-02-30"),
                bad(
                        "epoch seconds",
                        signal("\"signal_type\":\"JOB_VIEW\",\"timestamp\":1767225600"),
                        400,
                        signal,
                        "must be a string"),
                bad(
                        "huge score",
                        signal(
                                "\"signal_type\":\"JOB_VIEW\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"match_score\":1e999"),
                        422,
                        "recent_signals[0].match_score",
                        "was 1e999"),
                bad(
                        "1001 signals",
                        request("\"recent_signals\":[" + "null,".repeat(1000) + "null]"),
                        422,
                        "recent_signals",
                        "at most 1000 entries, had 1001"),
                bad(
                        "201 gaps",
                        request("\"skill_gaps\":[" + "null,".repeat(200) + "null]"),
                        422,
                        "skill_gaps",
                        "had 201"),
                bad(
                        "gap 100.5",
                        request("\"skill_gaps\":[{\"skill_id\":\"s\",\"skill_name\":\"s\",\"gap_score\":100.5}]"),
                        422,
                        "skill_gaps[0].gap_score",
                        "[0, 100], was 100.5"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badGenerates")
    void generateNamesTheField(String name, String body, int status, String field, String message) {
        long start = System.nanoTime();
        JsonNode problem = post(GENERATE, body).problem(status);

        assertThat(System.nanoTime() - start).as("answered at once").isLessThan(3_000_000_000L);
        if (field != null) {
            assertThat(fields(problem)).as(problem.toString()).contains(field);
        }
        if (message != null) {
            assertThat(problem.toString().replace("\\\"", "\"")).contains(message);
        }
        assertThat(post(GENERATE, generate("", "")).status()).isEqualTo(200);
    }

    static Stream<Arguments> badOthers() {
        String batch = "/api/v1/recommendations/batch";
        return Stream.of(
                other("POST", batch, "[]", 422, "", "1 to 10000 user ids, had 0"),
                other("POST", batch, "{}", 400, "", "must be an array"),
                other("POST", batch, "[1]", 400, "[0]", "must be a string, was 1"),
                other("POST", batch, "[\"a\",null]", 422, "[1]", "was null"),
                other("POST", batch, "[\"a\",\"\"]", 422, "[1]", "1 to 200"),
                other("POST", batch, "[" + "\"a\",".repeat(10_000) + "\"a\"]", 422, "", "had 10001"),
                other("PUT", "/api/v1/skills/x", "{}", 422, "name", "required"),
                other(
                        "PUT",
                        "/api/v1/skills/x",
                        "{\"skill_id\":\"y\",\"name\":\"n\"}",
                        422,
                        "skill_id",
                        "as in the path"),
                other("PUT", "/api/v1/skills/" + "x".repeat(201), "{\"name\":\"n\"}", 422, "skill_id", "1 to 200"),
                other(
                        "PUT",
                        "/api/v1/skills/x",
                        "{\"name\":\"n\",\"prerequisites\":[{\"skill_id\":\"python\",\"required_level\":101}]}",
                        422,
                        "prerequisites[0].required_level",
                        "was 101"),
                other(
                        "PUT",
                        "/api/v1/skills/x",
                        "{\"name\":\"n\",\"prerequisites\":[{\"skill_id\":\"sql\",\"required_level\":1},{\"skill_id\":\"sql\",\"required_level\":2}]}",
                        422,
                        "prerequisites[1].skill_id",
                        "once"),
                other("PUT", "/api/v1/roles/x", "{\"title\":\"n\"}", 422, "skills", "required"),
                other(
                        "PUT",
                        "/api/v1/roles/x",
                        "{\"title\":\"n\",\"skills\":[{\"skill_id\":\"sql\",\"required_level\":1,\"importance\":1.5}]}",
                        422,
                        "skills[0].importance",
                        "[0, 1], was 1.5"),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"FILM\"}",
                        422,
                        "content_type",
                        "was \"FILM\""),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"VIDEO\",\"level_from\":50,\"level_to\":40}",
                        422,
                        "level_to",
                        "[50, 100] (level_from), was 40"),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"VIDEO\",\"url\":\"javascript:alert(1)\"}",
                        422,
                        "url",
                        "http"),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"VIDEO\",\"skills\":[{\"skill_id\":\"sql\",\"weight\":0}]}",
                        422,
                        "skills[0].weight",
                        "(0, 1], was 0"),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"VIDEO\",\"duration_minutes\":0}",
                        422,
                        "duration_minutes",
                        "was 0"),
                other(
                        "PUT",
                        "/api/v1/contents/x",
                        "{\"title\":\"n\",\"content_type\":\"VIDEO\",\"prerequisite_content_ids\":[\"x\"]}",
                        422,
                        "prerequisite_content_ids",
                        "itself"),
                other("PUT", "/api/v1/learners/t/u", "{\"user_id\":\"v\"}", 422, "user_id", "same as in the path"),
                other("PUT", "/api/v1/learners/t/u%09", "{}", 422, "user_id", "control character"),
                other("PUT", "/api/v1/skills/x", "{\"name\":\"a\\nb\"}", 422, "name", "control character"),
                other("POST", batch, "[\"a\\tb\"]", 422, "[0]", "control character"),
                other("PUT", "/api/v1/learners/t/u", "[]", 400, "", "must be an object"),
                other("GET", "/api/v1/skills?limit=0", "", 422, "limit", "[1, 1000], was \"0\""),
                other("GET", "/api/v1/skills?limit=1001", "", 422, "limit", "1001"),
                other("GET", "/api/v1/skills?limit=0x10", "", 422, "limit", "0x10"),
                other("GET", "/api/v1/skills?offset=-1", "", 422, "offset", "-1"),
                other("GET", "/api/v1/skills?offset=99999999999999999999", "", 422, "offset", "99999"),
                other("GET", "/api/v1/skills?offset=", "", 422, "offset", "\"\""),
                other("GET", "/api/v1/skills?limit=%ff", "", 400, null, null),
                other("GET", "/api/v1/skills/%00", "", 400, null, null),
                other("GET", "/api/v1/skills/nothing", "", 404, null, "no skill"),
                other("GET", "/api/v1/jobs/7", "", 404, null, "no job"),
                other("GET", "/api/v1/jobs/00000000-0000-0000-0000-000000000000/results", "", 404, null, "no job"),
                other("DELETE", "/api/v1/jobs/00000000-0000-0000-0000-000000000000", "", 404, null, "no job"));
    }

    @ParameterizedTest(name = "{0} {1} {4}")
    @MethodSource("badOthers")
    void otherRoutesNameTheField(String method, String path, String body, int status, String field, String message) {
        var publisher = java.net.http.HttpRequest.BodyPublishers.ofString(body);
        JsonNode problem = send(method, path, JSON, publisher).problem(status);

        if (field != null) {
            assertThat(fields(problem)).as(problem.toString()).contains(field);
        }
        if (message != null) {
            assertThat(problem.toString().replace("\\\"", "\"")).contains(message);
        }
    }

    private static List<String> fields(JsonNode problem) {
        var fields = new ArrayList<String>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    private static Arguments bad(String name, String body, int status, String field, String message) {
        return Arguments.of(name, body, status, field, message);
    }

    private static Arguments other(String method, String path, String body, int status, String field, String message) {
        return Arguments.of(method, path, body, status, field, message);
    }

    private static String context(String fields) {
        return generate(fields, "");
    }

    private static String request(String fields) {
        return generate("", fields);
    }

    private static String skill(String level) {
        return context(
                "\"skills\":[{\"skill_id\":\"python\",\"skill_name\":\"Python\",\"current_level\":" + level + "}]");
    }

    private static String signal(String fields) {
        return request("\"recent_signals\":[{" + fields + "}]");
    }
}
