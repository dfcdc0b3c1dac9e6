package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusIT {
    private final Service service = StarterService.get();

    @Test
    void whileItStartsItSaysSo() {
        JsonNode ready = StarterService.firstReady().json(503);
        assertThat(ready.path("status").asString()).isEqualTo("not ready");
        assertThat(ready.path("reason").asString()).isNotBlank();
        StarterService.firstGenerate().problem(503);
        assertThat(StarterService.firstGenerate().header("retry-after")).isNotNull();
    }

    @Test
    void probesTellTheTruth() {
        JsonNode health = service.get("/health").ok();
        assertThat(health.path("status").asString()).isEqualTo("healthy");
        assertThat(health.path("models_loaded").asBoolean()).isTrue();
        assertThat(health.path("uptime_seconds").isIntegralNumber()).isTrue();
        assertThat(service.get("/ready").ok().path("status").asString()).isEqualTo("ready");
        assertThat(service.get("/live").ok().path("status").asString()).isEqualTo("alive");
    }

    @Test
    void theModelThatAnswersIsTheOneShown() {
        JsonNode model =
                service.get("/api/v1/models/status").ok().path("models").path(0);
        Answer answer = Answer.of(service.generate(Ask.of("acme", "x").user("target_role", "data-scientist")));

        assertThat(answer.modelVersion()).isEqualTo(model.path("version").asString());
        assertThat(model.path("data_source").asString()).isEqualTo("synthetic");
        assertThat(Instant.parse(model.path("trained_at").asString()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
        assertThat(Instant.parse(model.path("data_from").asString()))
                .isBefore(Instant.parse(model.path("data_until").asString()));
        assertThat(model.path("row_counts").propertyNames()).isNotEmpty();
        assertThat(model.path("parameters").propertyNames()).isNotEmpty();
        assertThat(model.path("metrics").propertyNames()).isNotEmpty();
    }

    @Test
    void theStarterCatalogueIsLabelledSynthetic() {
        for (String row : Set.of("skills/git", "roles/data-scientist", "contents/se-001")) {
            assertThat(service.get("/api/v1/" + row).ok().path("data_source").asString())
                    .as(row)
                    .isEqualTo("synthetic");
        }
    }

    @Test
    void aBodyOfThreeMegabytesIsRefusedAndTheNextRequestWorks() {
        Ask ask = Ask.of("acme", "big").user("target_role", "data-scientist");

        service.generate(ask.field("padding", "x".repeat(3 << 20))).problem(413);

        assertThat(Answer.of(service.generate(ask)).items()).hasSize(10);
    }
}
