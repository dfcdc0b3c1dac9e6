package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators see of the service and its requests. */
class ServiceTest extends HttpTest {
    private static final String STATUS = "/api/v1/service/status";
    private static final String REQUESTS = "/api/v1/service/requests";

    @Test
    void theLastRequestsAreShownNewestFirstWithTheirSteps() {
        send(
                        "POST",
                        GENERATE,
                        JSON,
                        BodyPublishers.ofString(generate("", "")),
                        "x-request-id",
                        "first-of-two",
                        "x-calling-service",
                        "learning")
                .ok();
        awaitNewest("first-of-two"); // an answer is out before it is noted
        send("POST", GENERATE, JSON, BodyPublishers.ofString("{"), "x-request-id", "second-of-two")
                .problem(400);
        awaitNewest("second-of-two");

        JsonNode requests = get(REQUESTS + "?limit=2&route=" + GENERATE).ok().path("requests");

        assertThat(requests).hasSize(2);
        assertThat(requests.path(0).path("status").asInt()).isEqualTo(400);
        JsonNode answered = requests.path(1);
        assertThat(answered.path("request_id").asString()).isEqualTo("first-of-two");
        assertThat(answered.path("calling_service").asString()).isEqualTo("learning");
        assertThat(answered.path("method").asString()).isEqualTo("POST");
        assertThat(answered.path("route").asString()).isEqualTo(GENERATE);
        assertThat(answered.path("path").asString()).isIn("hybrid", "cold_start", "popular_fallback");
        assertThat(answered.path("model_version").asString()).isNotBlank();
        assertThat(Instant.parse(answered.path("at").asString()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        double steps = 0;
        for (JsonNode step : answered.path("stages")) {
            steps += step.path("ms").asDouble();
        }
        assertThat(answered.path("stages").findValuesAsString("name")).contains("learner_context");
        assertThat(steps).isPositive().isLessThanOrEqualTo(answered.path("ms").asDouble());
    }

    private void awaitNewest(String requestId) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String newest;
        do {
            assertThat(System.nanoTime()).as("noted in time").isLessThan(end);
            newest = get(REQUESTS + "?limit=1&route=" + GENERATE)
                    .ok()
                    .path("requests")
                    .path(0)
                    .path("request_id")
                    .asString();
        } while (!newest.equals(requestId));
    }

    @Test
    void noLearnerIsNamedAndProbesAreLeftOut() {
        post(GENERATE, "{\"user_context\":{\"user_id\":\"secret-learner\",\"tenant_id\":\"t\"}}")
                .ok();
        get("/api/v1/learners/t/secret-learner");
        get("/live").ok();
        get(STATUS).ok();

        String requests = get(REQUESTS + "?limit=500").ok().toString();

        assertThat(requests).contains(GENERATE).doesNotContain("secret-learner", "\"/live\"", REQUESTS, STATUS);
    }

    @Test
    void requestsAreFilteredByStatus() {
        get("/api/v1/skills/there-is-no-such").problem(404);
        get("/api/v1/skills").ok();

        JsonNode requests = get(REQUESTS + "?status=404").ok().path("requests");

        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.path("status").asInt()).isEqualTo(404));
        get(REQUESTS + "?status=99").problem(422);
        get(REQUESTS + "?limit=501").problem(422);
        get(REQUESTS + "?limit=x").problem(422);
    }

    /** Errors of generate that other tests made in this application. */
    private static int errors(JsonNode status) {
        var routes = status.path("routes").findValuesAsString("route");
        int at = routes.indexOf(GENERATE);
        return at < 0 ? 0 : status.path("routes").path(at).path("errors").asInt();
    }

    @Test
    void routesAreSummedUpByTemplate() {
        get("/api/v1/skills/nothing-a").problem(404);
        get("/api/v1/skills/nothing-b").problem(404);
        get("/no/such/route").problem(404);
        int before = errors(get(STATUS).ok());
        post(GENERATE, generate("", "")).ok();

        JsonNode status = get(STATUS).ok();

        assertThat(Instant.parse(status.path("started_at").asString())).isBefore(Instant.now());
        assertThat(status.path("version").asString()).isNotBlank();
        var routes = status.path("routes").findValuesAsString("route");
        assertThat(routes).contains("/api/v1/skills/{skill_id}", GENERATE).noneMatch(r -> r.contains("nothing"));
        JsonNode generate = status.path("routes").path(routes.indexOf(GENERATE));
        assertThat(generate.path("count").asInt()).isPositive();
        assertThat(generate.path("errors").asInt()).isEqualTo(before);
        assertThat(generate.path("error_rate").asDouble())
                .isEqualTo(before / (double) generate.path("count").asInt());
        assertThat(generate.path("p50_ms").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(generate.path("p95_ms").asDouble());
        assertThat(generate.path("p95_ms").asDouble())
                .isLessThanOrEqualTo(generate.path("p99_ms").asDouble());
        assertThat(generate.path("stages").findValuesAsString("name")).contains("learner_context");
        assertThat(status.path("paths").findValuesAsString("path")).contains("cold_start");
    }

    private static int count(JsonNode counts, String name, String value) {
        for (JsonNode counted : counts) {
            if (counted.path(name).asString().equals(value)) {
                return counted.path("count").asInt();
            }
        }
        return 0;
    }

    @Test
    void onlyAnswersThatWereNotMadeAsTheyShouldBeAreFallbacks() {
        JsonNode before = get(STATUS).ok();
        post(GENERATE, generate("", "")).ok();
        JsonNode whole = get(STATUS).ok();
        learners.setAway(true);
        try {
            post(GENERATE, generate("", "")).ok();
        } finally {
            learners.setAway(false);
        }
        JsonNode without = get(STATUS).ok();

        assertThat(whole.path("fallbacks")).isEqualTo(before.path("fallbacks"));
        assertThat(count(without.path("fallbacks"), "reason", "without_history"))
                .isEqualTo(count(before.path("fallbacks"), "reason", "without_history") + 1);
        assertThat(count(without.path("paths"), "path", "cold_start"))
                .isEqualTo(count(before.path("paths"), "path", "cold_start") + 2);
    }

    @Test
    void aProbeThatSaysNotReadyIsNoErrorOfARoute() {
        this.status.setNotReady("models are being trained");
        try {
            assertThat(get("/ready").status()).isEqualTo(503);
        } finally {
            this.status.setNotReady(null);
        }

        JsonNode routes = get(STATUS).ok().path("routes");
        JsonNode ready = routes.path(routes.findValuesAsString("route").indexOf("/ready"));
        assertThat(ready.path("count").asInt()).isPositive();
        assertThat(ready.path("errors").asInt(-1)).isZero();
    }
}
