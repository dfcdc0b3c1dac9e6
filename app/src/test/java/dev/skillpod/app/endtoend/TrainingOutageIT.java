package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A training whose process and whose PostgreSQL are gone at the same time. */
class TrainingOutageIT {
    private static final String GAPS = "{\"models\":[\"gap-values\"]}";

    @Test
    void aTrainingThatDiedWithPostgresHasFailedOnceThatIsBackAndIsNotInTheWay() {
        Path directory = Path.of(
                "target",
                "endtoend",
                "training-outage-" + ProcessHandle.current().pid());
        try (var postgres = new RealPostgres(directory);
                var service = new Service(
                        "training-outage", Map.of("DATABASE_URL", postgres.url(), "STARTER_WORLD", "false"))) {
            service.start();
            service.awaitReady(Duration.ofMinutes(5));
            var trainings = new Trainings(service);

            String location = trainings.order(GAPS);
            ProcessHandle process = trainings.awaitProcess(location);
            postgres.kill();
            process.destroyForcibly();
            process.onExit().join();
            Service.await(
                    Duration.ofSeconds(60),
                    () -> service.get(location).status() == 503); // longer than one try to mark it
            Load.sleep(Duration.ofSeconds(3));
            postgres.restart();
            Service.await(Duration.ofSeconds(60), () -> service.get(location).status() == 200);

            JsonNode training = trainings.awaitEnd(location);
            assertThat(training.path("state").asString()).isEqualTo("failed");
            assertThat(training.path("error").asString()).contains("exit code 137");
            assertThat(service.post(Trainings.PATH, GAPS)
                            .json(202)
                            .path("already_running")
                            .asBoolean(true))
                    .isFalse();
        }
    }
}
