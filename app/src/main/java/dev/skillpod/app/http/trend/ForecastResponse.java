package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The forecast of a skill and where it comes from. */
@Schema(name = "TrendForecastResponse", description = "The forecast of a skill and where it comes from.")
public record ForecastResponse(
        @JsonProperty("forecast") ForecastView forecast,

        @JsonProperty("model_version") String modelVersion,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("data_source")
        @Schema(description = "Where the skill's history comes from: synthetic, real or mixed.")
        String dataSource,

        @JsonProperty("generated_at") @Schema(description = "When the forecast was made.")
        Instant generatedAt,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {}
