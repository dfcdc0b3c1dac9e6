package dev.skillpod.app.http.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that were answered lately, newest first. */
@Schema(name = "ServedRequests")
public record ServedRequests(@JsonProperty("requests") List<ServedRequest> requests) {

    /** A request; what does not apply to it is left out. */
    @Schema(name = "ServedRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServedRequest(
            @JsonProperty("request_id") String requestId,
            @JsonProperty("at") Instant at,
            @JsonProperty("method") String method,
            @JsonProperty("route") String route,
            @JsonProperty("status") int status,
            @JsonProperty("ms") double ms,
            @JsonProperty("stages") List<Step> stages,
            @JsonProperty("model_version") @Nullable String modelVersion,
            @JsonProperty("path") @Nullable String path,
            @JsonProperty("tenant_id") @Nullable String tenantId,
            @JsonProperty("calling_service") @Nullable String callingService,
            @JsonProperty("cached") @Nullable Boolean cached) {
        static ServedRequest of(RequestLog.Entry from) {
            return new ServedRequest(
                    from.requestId(),
                    from.at(),
                    from.method(),
                    from.route(),
                    from.status(),
                    rounded(from.ms()),
                    from.stages().stream()
                            .map(stage -> new Step(stage.name(), rounded(stage.ms())))
                            .toList(),
                    from.modelVersion(),
                    from.path(),
                    from.tenantId(),
                    from.callingService(),
                    from.cached());
        }
    }

    /** A step of a request. */
    @Schema(name = "RequestStep")
    public record Step(
            @JsonProperty("name") String name,
            @JsonProperty("ms") double ms) {}

    /** To a microsecond: the clock tells no more. */
    private static double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }
}
