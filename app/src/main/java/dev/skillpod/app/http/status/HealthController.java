package dev.skillpod.app.http.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.ModelStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the platform's probes; needs no token. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "health")
public class HealthController {
    private final ModelStatus models;
    private final Degradation degradation;
    private final ServiceVersion version;
    private final Draining draining;

    HealthController(ModelStatus models, Degradation degradation, ServiceVersion version, Draining draining) {
        this.models = models;
        this.degradation = degradation;
        this.version = version;
        this.draining = draining;
    }

    @GetMapping("/health")
    @Operation(operationId = "health", summary = "Say how the service is")
    Health health() {
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
        return new Health("healthy", version.text(), !models.loaded().isEmpty(), uptime, degradation.reasons());
    }

    @GetMapping("/ready")
    @Operation(
            operationId = "ready",
            summary = "Say whether requests can be answered",
            description = "200 when they can; 503 with the reason when they cannot yet.")
    @ApiResponse(responseCode = "200", description = "Ready.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "503", description = "Not ready yet.", useReturnTypeSchema = true)
    ResponseEntity<Ready> ready() {
        Optional<String> reason = draining.now() ? Optional.of("the service is stopping") : models.notReady();
        return reason.map(why -> ResponseEntity.status(503).body(new Ready("not ready", why)))
                .orElseGet(() -> ResponseEntity.ok(new Ready("ready", null)));
    }

    @GetMapping("/live")
    @Operation(operationId = "live", summary = "Say that the process is alive")
    Live live() {
        return new Live("alive");
    }

    /** How the service is. */
    public record Health(
            @JsonProperty("status") @Schema(allowableValues = "healthy")
            String status,

            @JsonProperty("version") String version,
            @JsonProperty("models_loaded") boolean modelsLoaded,

            @JsonProperty("uptime_seconds") @Schema(minimum = "0")
            long uptimeSeconds,

            @JsonProperty("degraded")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(description = "What does not work just now, in plain sentences; left out when all does.")
            List<String> degraded) {}

    /** Whether requests can be answered. */
    public record Ready(
            @JsonProperty("status") @Schema(allowableValues = {"ready", "not ready"})
            String status,

            @JsonProperty("reason") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /** That the process is alive. */
    public record Live(
            @JsonProperty("status") @Schema(allowableValues = "alive")
            String status) {}
}
