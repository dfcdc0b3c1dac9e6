package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Job postings come back as they were put, all or none. */
class PostingsTest extends HttpTest {
    private static final String POSTINGS = "/api/v1/postings";
    private static final String TIME = "\"posted_at\":\"2026-10-05T08:00:00Z\"";

    @Test
    void aPostingComesBackAsItWasPutAndIsReplacedWholly() {
        String full = """
                {"job_id":"p-1","title":"Backend engineer","role_id":"backend-engineer","region":"north",\
                "posted_at":"2026-10-05T08:00:00.5Z","skills":[{"skill_id":"python","level":70},\
                {"skill_id":"sql","level":null}],"pay":{"low":58000.0,"high":72000.5,"currency":"EUR"}}""";

        assertThat(put(POSTINGS, "[" + full + "]").ok().toString())
                .isEqualTo("{\"created\":1,\"replaced\":0,\"warnings\":[]}");
        assertThat(get(POSTINGS + "/p-1").ok().toString())
                .isEqualTo(full.replace(".5Z", ".500Z").replaceAll("}$", ",\"data_source\":\"real\"}"));

        String bare = "{\"job_id\":\"p-1\"," + TIME + ",\"skills\":[]}";
        assertThat(put(POSTINGS, "[" + bare + "]").ok().path("replaced").asInt())
                .isEqualTo(1);
        JsonNode shown = get(POSTINGS + "/p-1").ok();
        assertThat(shown.path("pay").isNull() && shown.path("role_id").isNull()).isTrue();
        assertThat(shown.path("skills")).isEmpty();
    }

    @Test
    void linesThatAreWrongAreNamedByFieldAndNothingIsPut() {
        String lines = """
                {"job_id":"p-ok","posted_at":"2026-10-05T08:00:00Z","skills":[]}
                {"job_id":"p-a","posted_at":"yesterday","skills":[]}
                {"job_id":"p-b","posted_at":"2026-10-05T08:00:00Z","skills":[{"skill_id":"sql","level":101},{"level":5}]}
                {"job_id":"p-c","posted_at":"2026-10-05T08:00:00Z","skills":[{"skill_id":"sql"},{"skill_id":"sql","level":5}]}
                {"job_id":"p-d","posted_at":"2026-10-05T08:00:00Z"}

                {"job_id":"p-ok","posted_at":"2026-10-05T08:00:00Z","skills":[]}
                """;

        JsonNode problem =
                send("PUT", POSTINGS, NDJSON, BodyPublishers.ofString(lines)).problem(422);

        assertThat(problem.path("errors")
                        .valueStream()
                        .map(e -> e.path("line").asInt() + " " + e.path("field").asString()))
                .containsExactly(
                        "2 posted_at",
                        "3 skills[0].level",
                        "3 skills[1].skill_id",
                        "4 skills[1].skill_id",
                        "5 skills",
                        "7 job_id");
        get(POSTINGS + "/p-ok").problem(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"low":0,"high":2,"currency":"EUR"}     | pay.low      | must be in (0, 1000000000000], was 0
            {"low":3,"high":2.5,"currency":"EUR"}   | pay.high     | must be at least 3.0 (pay.low), was 2.5
            {"low":1,"high":1e13,"currency":"EUR"}  | pay.high     | must be in (0, 1000000000000], was 10000000000000
            {"low":1,"high":2}                      | pay.currency | is required, was missing or null
            {"low":1,"high":2,"currency":"euro"}    | pay.currency | must be the three capital letters of a currency (ISO 4217), such as EUR, was "euro"
            {"low":1,"high":2,"currency":"EU1"}     | pay.currency | must be the three capital letters of a currency (ISO 4217), such as EUR, was "EU1"
            """)
    void illegalPayIsToldByField(String pay, String field, String message) {
        JsonNode error = put(POSTINGS, "[{\"job_id\":\"p-pay\"," + TIME + ",\"skills\":[],\"pay\":" + pay + "}]")
                .problem(422)
                .path("errors")
                .path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).isEqualTo(message);
    }

    @Test
    void tomorrowIsPossibleAndTheDayAfterIsNot() {
        String posting = "[{\"job_id\":\"p-time\",\"posted_at\":\"%s\",\"skills\":[]}]";
        Instant now = Instant.now();
        put(POSTINGS, posting.formatted(now.plus(Duration.ofHours(23)))).ok();
        assertThat(put(POSTINGS, posting.formatted(now.plus(Duration.ofHours(49))))
                        .problem(422)
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .startsWith("must be at most 1 day in the future, was ");
    }

    @Test
    void skillsAndRolesThatNobodyKnowsAreWarnedOfOnce() {
        JsonNode warnings = put(POSTINGS, """
                [{"job_id":"p-w1","role_id":"ghost","posted_at":"2026-10-05T08:00:00Z","skills":[{"skill_id":"cobol"}]},
                 {"job_id":"p-w2","role_id":"ghost","posted_at":"2026-10-05T08:00:00Z","skills":[{"skill_id":"cobol"},
                  {"skill_id":"sql"}]}]""").ok().path("warnings");
        assertThat(warnings.valueStream().map(JsonNode::asString))
                .containsExactly(
                        "skill_id names 'cobol', which is not in the catalogue yet",
                        "role_id names 'ghost', which is not in the catalogue yet");
    }

    @Test
    void tenThousandAreTheMost() {
        put(POSTINGS, many(10_000)).ok();
        put(POSTINGS, many(10_001)).problem(422);
        put(POSTINGS, "[]").problem(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "[1]", "[{\"job_id\":7}]", "[{\"job_id\":\"p\",\"skills\":{}}]"})
    void whatCannotBeReadIsMalformed(String body) {
        put(POSTINGS, body).problem(400);
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"job_id\":\"p-many-" + i + "\"," + TIME + ",\"skills\":[]}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
