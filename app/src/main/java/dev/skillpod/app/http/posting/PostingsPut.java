package dev.skillpod.app.http.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What putting postings did. */
@Schema(description = "What putting postings did.")
public record PostingsPut(
        @JsonProperty("created") @Schema(description = "Postings that were not known before.")
        int created,

        @JsonProperty("replaced") @Schema(description = "Those that were.")
        int replaced,

        @JsonProperty("warnings")
        @Schema(description = "Skills and roles that the catalogue does not know yet; at most 20.")
        List<String> warnings) {}
