package dev.skillpod.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class EventRowTest {
    private static final String WHO = "\"event_id\":\"e\",\"user_id\":\"u\",\"tenant_id\":\"t\",";
    private static final String WHEN = "\"timestamp\":\"2026-01-05T09:00:00Z\",";

    private static Checked<LearnerEvent> read(String fields, @Nullable String tenant) {
        return switch (StrictJson.object("{" + fields + "}")) {
            case Checked.Valid<ObjectNode> valid -> EventRow.read(Fields.of(RowSource.of(valid.value())), tenant);
            case Checked.Invalid<ObjectNode> invalid -> throw new AssertionError(invalid.message());
        };
    }

    private static List<String> errors(String fields) {
        return read(fields, null) instanceof Checked.Invalid<LearnerEvent> invalid
                ? invalid.errors().stream().map(FieldError::message).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        "type":"VIEW"                                      | content_id: must be a text, was missing
        "type":"RATE","content_id":"c"                     | rating: must be an integer in [1, 5], was missing
        "type":"RATE","content_id":"c","rating":0          | rating: must be an integer in [1, 5], was 0
        "type":"RATE","content_id":"c","rating":"4"        | rating: must be an integer in [1, 5], was "4"
        "type":"VIEW","content_id":"c","rating":4.5        | rating: must be an integer in [1, 5], was 4.5
        "type":"PROGRESS","content_id":"c"                 | progress: must be a number in [0, 1], was missing
        "type":"PROGRESS","content_id":"c","progress":50   | progress: must be a number in [0, 1], was 50
        "type":"IMPRESSION","content_id":"c","position":0  | position: must be an integer in [1, 10000], was 0
        "type":"IMPRESSION","content_id":"c","propensity":0 | propensity: must be a number in (0, 1], was 0
        "type":"ASSESSMENT","skill_id":"s","score":101     | score: must be a number in [0, 100], was 101
        "type":"ASSESSMENT","score":1                      | skill_id: must be a text, was missing
        "type":"MARKET_SIGNAL","signal_type":"JOB_VIEW","skill_ids":["a",null] | skill_ids[1]: must be a text, was null
        "type":"MARKET_SIGNAL","signal_type":"JOB_VIEW","match_score":1e999 | match_score: must be a finite number, was "Infinity"
        "type":"APPLICATION_OUTCOME","job_id":"j"          | outcome: must be one of IGNORED, VIEWED, SHORTLISTED, INTERVIEWED, HIRED, REJECTED, WITHDRAWN, was missing
        "type":"ANSWER","item_id":"q","correct":true       | skill_ids: must list at least one id, was missing
        "type":"ANSWER","item_id":"q","skill_ids":["s"]    | correct: must be true or false, was missing
        "type":"ANSWER","item_id":"q","skill_ids":["s"],"correct":1 | correct: must be true or false, was 1
        "type":"view","content_id":"c"                     | type: must be one of IMPRESSION, VIEW, START, PROGRESS, COMPLETE, DISMISS, RATE, ASSESSMENT, MARKET_SIGNAL, APPLICATION_OUTCOME, ANSWER, was "view"
        """)
    void namesTheFieldTheRuleAndTheValue(String fields, String error) {
        assertThat(errors(WHO + WHEN + fields)).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05T09:00:00", "2026-01-05", "1767603600", "2026-02-30T09:00:00Z", "9999-01-05T09:00:00Z", "''"
    })
    void timesNeedAnOffsetAndAnOrdinaryYear(String time) {
        assertThat(errors(WHO + "\"type\":\"VIEW\",\"content_id\":\"c\",\"timestamp\":\"" + time + "\""))
                .singleElement()
                .asString()
                .startsWith("timestamp: must be an ISO 8601 time with an offset")
                .endsWith("was \"" + time + "\"");
    }

    @Test
    void reportsAllErrorsOfARow() {
        assertThat(errors("\"type\":\"RATE\",\"rating\":9"))
                .extracting(message -> message.substring(0, message.indexOf(':')))
                .containsExactly("event_id", "tenant_id", "user_id", "timestamp", "content_id", "rating");
    }

    @Test
    void readsAnEventWithTheCallersTenant() {
        Checked<LearnerEvent> event = read(
                "\"event_id\":\"e\",\"user_id\":\"u\",\"type\":\"PROGRESS\",\"content_id\":\"c\",\"progress\":0.5,"
                        + "\"timestamp\":\"2026-01-05T11:00:00.1234567+02:00\",\"rating\":null,\"more\":{}",
                "acme");

        assertThat(event)
                .isEqualTo(new Checked.Valid<LearnerEvent>(new Engagement(
                        "e",
                        new LearnerKey("acme", "u"),
                        Instant.parse("2026-01-05T09:00:00.123456Z"),
                        EngagementType.PROGRESS,
                        "c",
                        null,
                        null,
                        null,
                        0.5,
                        null)));
    }

    @Test
    void shortensLongValues() {
        assertThat(errors(WHO + WHEN + "\"type\":\"VIEW\",\"content_id\":\"" + "x\\n".repeat(300) + "\""))
                .singleElement()
                .asString()
                .startsWith("content_id: must be at most 200 characters, was \"x\\u000ax")
                .hasSizeLessThan(400)
                .endsWith("...\"");
    }
}
