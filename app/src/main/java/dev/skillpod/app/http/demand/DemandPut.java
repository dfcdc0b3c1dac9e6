package dev.skillpod.app.http.demand;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What putting demand did. */
@Schema(description = "What putting demand did. Forecasts follow within seconds.")
public record DemandPut(
        @JsonProperty("created") @Schema(description = "Months of a skill and region that were not known before.")
        int created,

        @JsonProperty("replaced") @Schema(description = "Those that were.")
        int replaced,

        @JsonProperty("warnings") @Schema(description = "Skills that the catalogue does not know yet; at most 20.")
        List<String> warnings) {}
