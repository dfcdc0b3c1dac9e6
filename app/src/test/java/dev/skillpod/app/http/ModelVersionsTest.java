package dev.skillpod.app.http;

import static dev.skillpod.app.inmemory.InMemoryModelVersions.CHAMPION;
import static dev.skillpod.app.inmemory.InMemoryModelVersions.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.inmemory.InMemoryModelVersions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Versions of a model, and which of them answers. */
class ModelVersionsTest extends HttpTest {
    private static final String MODEL = "/api/v1/models/recommender";

    @Autowired
    InMemoryModelVersions versions;

    @BeforeEach
    void reset() {
        versions.reset();
    }

    @Test
    void versionsCarryProvenanceAliasesAndTheGate() {
        JsonNode answer = get(MODEL + "/versions").ok();

        assertThat(answer.path("model").asString()).isEqualTo("recommender");
        JsonNode worse = answer.path("versions").get(0);
        assertThat(worse.path("version").asString()).isEqualTo(WORSE);
        assertThat(worse.path("files_ok").asBoolean(true)).isFalse();
        assertThat(worse.path("aliases")).isEmpty();
        assertThat(worse.path("code_version").asString()).isEqualTo("0.1.0+abc");
        assertThat(worse.path("gate").path("passed").asBoolean(true)).isFalse();
        assertThat(worse.path("gate").path("checks").get(1).path("lower").asDouble())
                .isEqualTo(-0.3);
        JsonNode champion = answer.path("versions").get(1);
        assertThat(champion.path("aliases").toString()).isEqualTo("[\"champion\"]");
        assertThat(champion.path("gate").isNull()).isTrue();
        assertThat(get(MODEL + "/versions/" + CHAMPION).ok().toString()).isEqualTo(champion.toString());
    }

    @Test
    void theGatesRefusalIsAConflictThatNamesTheRules() {
        JsonNode problem =
                post(MODEL + "/promote", "{\"version\":\"" + WORSE + "\"}").problem(409);

        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("gate.useful_per_list");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(versions.aliases("recommender").champion()).hasValue(CHAMPION);
    }

    @Test
    void whatIsForcedIsInTheHistoryWithItsReason() {
        JsonNode forced = post(
                        MODEL + "/promote", "{\"version\":\"" + WORSE + "\",\"force\":true,\"reason\":\"a trial\"}")
                .ok();

        assertThat(forced.path("aliases").path("champion").asString()).isEqualTo(WORSE);
        JsonNode event = get(MODEL + "/history?limit=1").ok().path("events").get(0);
        assertThat(event.path("action").asString()).isEqualTo("promoted");
        assertThat(event.path("previous").asString()).isEqualTo(CHAMPION);
        assertThat(event.path("reason").asString()).isEqualTo("a trial");
    }

    @Test
    void challengerShadowAndTrafficAreSetAndTakenAway() {
        post(MODEL + "/promote", "{\"version\":\"" + WORSE + "\",\"alias\":\"challenger\"}")
                .ok();
        JsonNode split = put(MODEL + "/traffic", "{\"challenger_share\":0.2}").ok();

        assertThat(split.path("aliases").path("challenger").asString()).isEqualTo(WORSE);
        assertThat(split.path("challenger_share").asDouble()).isEqualTo(0.2);
        Reply cleared =
                send("DELETE", MODEL + "/aliases/challenger", null, java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(cleared.ok().path("aliases").has("challenger")).isFalse();
        send("DELETE", MODEL + "/aliases/champion", null, java.net.http.HttpRequest.BodyPublishers.noBody())
                .problem(404);
    }

    @Test
    void rollbackSaysWhenThereIsNothingToGoBackTo() {
        post(MODEL + "/rollback", "{}").ok();

        post(MODEL + "/rollback", "{\"reason\":\"again\"}").problem(409);
    }

    @Test
    void aComparisonShowsMetricsWithoutInventingNumbers() {
        JsonNode diff = get(MODEL + "/diff?from=" + CHAMPION + "&to=" + WORSE).ok();

        JsonNode metric = diff.path("metrics").get(0);
        assertThat(metric.path("name").asString()).isEqualTo("ndcg_at_10_ranker");
        assertThat(metric.path("from").isNull()).isTrue();
        assertThat(metric.path("to").asDouble()).isEqualTo(0.5);
        assertThat(metric.path("change").isNull()).isTrue();
    }

    @Test
    void aVersionThatNobodyCanStoreIsRefused() {
        for (String path : List.of("/versions/a%01b", "/diff?from=" + CHAMPION + "&to=a%00b")) {
            assertThat(get(MODEL + path).problem(422).path("errors")).hasSize(1);
        }
    }

    @Test
    void aParameterThatIsMissingIsNamed() {
        JsonNode error = get(MODEL + "/diff?from=" + CHAMPION)
                .problem(422)
                .path("errors")
                .path(0);
        assertThat(error.path("field").asString()).isEqualTo("to");
        assertThat(error.path("code").asString()).isEqualTo("REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models/nothing/versions",
                "/api/v1/models/recommender/versions/20260101-000000-00000000",
                "/api/v1/models/recommender/versions/..%2F..%2Fetc",
                "/api/v1/models/recommender/diff?from=a&to=b",
                "/api/v1/models/%2e%2e/history"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":\"\"}",
                "{\"version\":\"20261123-073239-633a0f67\",\"alias\":\"king\"}",
                "{\"version\":null}"
            })
    void illegalWishesNameTheirFields(String body) {
        assertThat(post(MODEL + "/promote", body).problem(422).path("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"challenger_share\":0.51}", "{\"challenger_share\":-0.1}"})
    void theShareHasItsRange(String body) {
        put(MODEL + "/traffic", body).problem(422);
    }
}
