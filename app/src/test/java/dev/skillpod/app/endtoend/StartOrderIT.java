package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that is started before its PostgreSQL. */
class StartOrderIT {
    @Test
    void itWaitsForPostgresAndSaysSo() {
        Path directory = Path.of(
                "target", "endtoend", "start-order-" + ProcessHandle.current().pid());
        try (var postgres = new RealPostgres(directory)) {
            postgres.kill();
            try (var service =
                    new Service("start-order", Map.of("DATABASE_URL", postgres.url(), "STARTER_WORLD", "false"))) {
                service.start();
                Service.await(
                        Duration.ofSeconds(60),
                        () -> service.get("/ready").json(503).toString().contains("waiting"));
                assertThat(service.get("/live").ok().path("status").asString()).isEqualTo("alive");
                assertThat(service.get("/ready").json(503).path("reason").asString())
                        .isEqualTo("waiting for PostgreSQL, which does not answer");
                assertThat(service.generate(Ask.of("acme", "u")).header("retry-after"))
                        .isNotNull();

                postgres.restart();

                service.awaitReady(Duration.ofMinutes(2));
                assertThat(service.failure()).isNull();
                service.put("/api/v1/learners/acme/u", "{}").json(201);
            }
        }
    }
}
