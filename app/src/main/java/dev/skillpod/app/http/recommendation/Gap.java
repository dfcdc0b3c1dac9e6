package dev.skillpod.app.http.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A skill gap the caller knows of; further fields of a gap are ignored. */
@Schema(name = "RequestedGap", description = "A skill gap the caller knows of; its further fields are ignored.")
public record Gap(
        @JsonProperty("skill_id") @NotNull @Text String skillId,

        @JsonProperty("skill_name") @NotNull @Text(blank = true)
        String skillName,

        @JsonProperty("gap_score") @NotNull @InRange(from = 0, to = 100)
        Double gapScore) {}
