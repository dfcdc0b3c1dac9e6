package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.inmemory.InMemoryRetraining;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Probes and models. */
class StatusTest extends HttpTest {
    @Autowired
    InMemoryRetraining retraining;

    @Test
    void probesAnswerInTheContractsShape() {
        JsonNode health = get("/health").ok();
        assertThat(health.propertyNames())
                .containsExactlyInAnyOrder("status", "version", "models_loaded", "uptime_seconds");
        assertThat(health.path("status").asString()).isEqualTo("healthy");
        assertThat(health.path("models_loaded").asBoolean()).isTrue();
        assertThat(health.path("uptime_seconds").isIntegralNumber()).isTrue();
        assertThat(get("/ready").ok().toString()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(get("/live").ok().toString()).isEqualTo("{\"status\":\"alive\"}");
    }

    @Test
    void aServiceThatCannotAnswerYetSaysWhy() {
        status.setNotReady("models are being trained");
        try {
            Reply reply = get("/ready");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().toString())
                    .isEqualTo("{\"status\":\"not ready\",\"reason\":\"models are being trained\"}");
            assertThat(get("/live").status()).isEqualTo(200);
        } finally {
            status.setNotReady(null);
        }
    }

    @Test
    void modelsSayWhereTheyComeFrom() {
        retraining.latest(100).forEach(training -> retraining.cancel(training.id()));
        assertThat(get("/api/v1/models/status").ok().toString()).isEqualTo("""
            {"models":[{"name":"als","version":"als-1","algorithm":"als",\
            "trained_at":"2026-01-02T00:00:00Z","seed":42,"data_from":"2025-01-01T00:00:00Z",\
            "data_until":"2026-01-01T00:00:00Z","data_source":"synthetic",\
            "row_counts":{"engagements":1000},"parameters":{"factors":"64"},\
            "metrics":{"ndcg@10":0.31},"code_version":"","aliases":{},"challenger_share":0.0}],\
            "drift":[{"model":"als","feature":"taste","psi":0.125,"state":"moderate"}],\
            "freshness":[{"source":"demand","newest":null,"age_seconds":null,"state":"empty"},\
            {"source":"engagement","newest":"2026-01-02T00:00:00Z","age_seconds":60,"state":"fresh"}],\
            "calibration":[{"model":"als","metric":"useful_engagement_at_1","expected":0.25,"observed":0.5,\
            "n":8}],"retraining":null}\
            """);
    }

    @Test
    void modelsSayWhatIsBeingTrained() {
        Reply order = post("/api/v1/models/retrain", "{}");

        JsonNode running = get("/api/v1/models/status").ok().path("retraining");

        assertThat(running.toString())
                .isEqualTo("""
                    {"job_id":"%s","state":"running","stage":"reading the log","progress":0.25,"eta_seconds":30}\
                    """.formatted(order.json().path("job_id").asString()));
        send("DELETE", order.header("location"), null, java.net.http.HttpRequest.BodyPublishers.noBody());
    }
}
