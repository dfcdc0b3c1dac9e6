package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Events come in all or none, and twice is once. */
class EventsTest extends HttpTest {
    private static final String EVENTS = "/api/v1/events";

    @Test
    void takesAnArrayOfEveryTypeOnce() {
        String all = "["
                + String.join(
                        ",",
                        event("a1", "IMPRESSION", "\"content_id\":\"se-001\",\"position\":1,\"propensity\":0.5"),
                        event("a2", "VIEW", "\"content_id\":\"se-001\""),
                        event("a3", "START", "\"content_id\":\"se-001\""),
                        event("a4", "PROGRESS", "\"content_id\":\"se-001\",\"progress\":0.25"),
                        event("a5", "COMPLETE", "\"content_id\":\"se-001\""),
                        event("a6", "DISMISS", "\"content_id\":\"se-002\""),
                        event("a7", "RATE", "\"content_id\":\"se-001\",\"rating\":4"),
                        event("a8", "ASSESSMENT", "\"skill_id\":\"python\",\"score\":61.5"),
                        event("a9", "MARKET_SIGNAL", "\"signal_type\":\"JOB_VIEW\",\"skill_ids\":[\"sql\"]"),
                        event("a10", "APPLICATION_OUTCOME", "\"job_id\":\"j\",\"outcome\":\"hired\""),
                        event("a11", "ANSWER", "\"item_id\":\"q-1\",\"correct\":true,\"skill_ids\":[\"SQL\"]"))
                + "]";

        assertThat(post(EVENTS, all).ok().toString()).isEqualTo("{\"accepted\":11,\"duplicates\":0,\"warnings\":[]}");
        assertThat(post(EVENTS, all).ok().toString()).isEqualTo("{\"accepted\":0,\"duplicates\":11,\"warnings\":[]}");
    }

    @Test
    void takesNdjsonWithBlankLinesAndRepetitions() {
        String line = event("n1", "VIEW", "\"content_id\":\"se-001\"");
        String body = line + "\r\n\n" + event("n2", "VIEW", "\"content_id\":\"se-002\"") + "\n" + line + "\n";

        JsonNode answer =
                send("POST", EVENTS, NDJSON, BodyPublishers.ofString(body)).ok();

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void oneWrongLineKeepsAllOut() {
        int before = learners.events().size();
        String body = event("w1", "VIEW", "\"content_id\":\"se-001\"") + "\n\n"
                + event("w2", "RATE", "\"content_id\":\"se-001\",\"rating\":6") + "\n"
                + "{\"event_id\":\n"
                + event("w3", "RATE", "\"content_id\":\"se-001\",\"rating\":\"5\"");

        JsonNode problem =
                send("POST", EVENTS, NDJSON, BodyPublishers.ofString(body)).problem(400);

        assertThat(problem.path("errors")).hasSize(3);
        assertThat(problem.path("errors").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("rating");
        assertThat(problem.path("errors").path(0).path("message").asString()).isEqualTo("must be in [1, 5], was 6");
        assertThat(problem.path("errors").path(1).path("line").asInt()).isEqualTo(4);
        assertThat(problem.path("errors").path(2).path("code").asString()).isEqualTo("WRONG_TYPE");
        assertThat(learners.events()).hasSize(before);
    }

    @Test
    void wrongElementsOfAnArrayAreNamedByPlace() {
        String body = "["
                + String.join(
                        ",",
                        event("p1", "VIEW", "\"content_id\":\"se-001\""),
                        "7",
                        "[{\"event_id\":[1,{}]}]",
                        "null",
                        "{\"event_id\":{\"a\":[1]}}",
                        event("p2", "VIEW", "\"content_id\":7"),
                        event("p3", "VIEW", "\"content_id\":\"se-001\""))
                + "]";

        JsonNode problem = post(EVENTS, body).problem(400);

        assertThat(IntStream.range(0, problem.path("errors").size())
                        .mapToObj(i -> problem.path("errors").path(i))
                        .map(e -> e.path("line").asInt() + " " + e.path("field").asString()))
                .containsExactly("2 ", "3 ", "4 ", "5 event_id", "6 content_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VIEW | `` | content_id",
                "PROGRESS | `\"content_id\":\"se-001\"` | progress",
                "RATE | `\"content_id\":\"se-001\"` | rating",
                "ASSESSMENT | `\"score\":1` | skill_id",
                "ASSESSMENT | `\"skill_id\":\"sql\"` | score",
                "MARKET_SIGNAL | `\"skill_ids\":[]` | signal_type",
                "APPLICATION_OUTCOME | `\"outcome\":\"HIRED\"` | job_id",
                "APPLICATION_OUTCOME | `\"job_id\":\"j\"` | outcome",
                "NAP | `` | type",
                "IMPRESSION | `\"content_id\":\"se-001\",\"propensity\":0` | propensity",
                "IMPRESSION | `\"content_id\":\"se-001\",\"position\":0` | position",
                "PROGRESS | `\"content_id\":\"se-001\",\"progress\":1.1` | progress",
                "ASSESSMENT | `\"skill_id\":\"sql\",\"score\":100.1` | score"
            })
    void eachTypeNeedsItsFields(String type, String fields, String field) {
        JsonNode problem =
                post(EVENTS, "[" + event("f-" + type, type, fields) + "]").problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(problem.path("errors").path(0).path("line").asInt()).isEqualTo(1);
    }

    @Test
    void unknownContentsAreNamedWithTheNearestKnownOnes() {
        JsonNode problem = post(EVENTS, "[" + event("c1", "VIEW", "\"content_id\":\"se-0001\"") + "]")
                .problem(422);

        assertThat(problem.path("errors").path(0).path("message").asString())
                .isEqualTo("must be a content of the catalogue, was \"se-0001\"; nearest known ids: se-001, se-002,"
                        + " se-003");
    }

    @Test
    void unknownSkillsAreAcceptedWithAWarning() {
        JsonNode answer = post(EVENTS, "[" + event("s1", "ASSESSMENT", "\"skill_id\":\"knitting\",\"score\":3") + "]")
                .ok();

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("warnings").path(0).asString()).contains("'knitting' is not in the catalogue");
    }

    @Test
    void sameIdForSomethingElseIsAConflict() {
        post(EVENTS, "[" + event("x1", "VIEW", "\"content_id\":\"se-001\"") + "]")
                .ok();
        int before = learners.events().size();
        String other = "[" + event("x2", "VIEW", "\"content_id\":\"se-001\"") + ","
                + event("x1", "VIEW", "\"content_id\":\"se-002\"") + "]";

        assertThat(post(EVENTS, other).problem(409).path("detail").asString())
                .contains("x1")
                .doesNotContain("x2");
        String inOneRequest = "[" + event("x3", "VIEW", "\"content_id\":\"se-001\"") + ","
                + event("x3", "START", "\"content_id\":\"se-001\"") + "]";
        assertThat(post(EVENTS, inOneRequest).problem(409).path("detail").asString())
                .contains("x3");
        assertThat(learners.events()).hasSize(before);
    }

    @Test
    void timesAreAtMostADayAhead() {
        String ahead =
                event("t1", "VIEW", "\"content_id\":\"se-001\"", Instant.now().plus(23, ChronoUnit.HOURS));
        String tooFar =
                event("t2", "VIEW", "\"content_id\":\"se-001\"", Instant.now().plus(25, ChronoUnit.HOURS));

        post(EVENTS, "[" + ahead + "]").ok();
        JsonNode problem = post(EVENTS, "[" + tooFar + "]").problem(422);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("timestamp");
        assertThat(problem.path("errors").path(0).path("message").asString()).startsWith("must be at most 1 day");
    }

    @Test
    void tenThousandAreTakenAndOneMoreIsNot() {
        String body = IntStream.range(0, 10_000)
                .mapToObj(i -> event("m" + i, "VIEW", "\"content_id\":\"se-001\""))
                .collect(Collectors.joining("\n"));

        assertThat(send("POST", EVENTS, NDJSON, BodyPublishers.ofString(body))
                        .ok()
                        .path("accepted")
                        .asInt())
                .isEqualTo(10_000);
        String more = body + "\n" + event("m-more", "VIEW", "\"content_id\":\"se-001\"");
        assertThat(send("POST", EVENTS, NDJSON, BodyPublishers.ofString(more))
                        .problem(422)
                        .path("detail")
                        .asString())
                .contains("1 to 10000 elements");
        assertThat(post(EVENTS, "[" + more.replace("\n", ",") + "]")
                        .problem(422)
                        .path("detail")
                        .asString())
                .contains("1 to 10000 elements");
    }

    @Test
    void ofManyErrorsAHundredAreTold() {
        String body = "[" + IntStream.range(0, 250).mapToObj(i -> "{}").collect(Collectors.joining(",")) + "]";

        JsonNode problem = post(EVENTS, body).problem(422);

        assertThat(problem.path("errors")).hasSize(100);
        assertThat(problem.path("total_errors").asInt()).isEqualTo(250 * 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[] | 422", "{} | 400", "`` | 400", "[{}|400", "[]x|400", "[{}] []|400"})
    void arraysMustBeArraysAndNotEmpty(String body, int status) {
        post(EVENTS, body == null ? "" : body).problem(status);
    }

    @Test
    void emptyNdjsonIsRefused() {
        send("POST", EVENTS, NDJSON, BodyPublishers.ofString("\n \n")).problem(422);
    }

    private static String event(String id, String type, String fields) {
        return event(id, type, fields, Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static String event(String id, String type, String fields, Instant at) {
        return "{\"event_id\":\"%s\",\"tenant_id\":\"t\",\"user_id\":\"events\",\"type\":\"%s\",\"timestamp\":\"%s\"%s}"
                .formatted(id, type, at, fields == null || fields.isEmpty() ? "" : "," + fields);
    }
}
