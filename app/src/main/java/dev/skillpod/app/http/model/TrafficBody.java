package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.core.model.ModelAliases;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Which share of the learners the challenger answers. */
@Schema(name = "Traffic")
public record TrafficBody(
        @JsonProperty("challenger_share") @NotNull @InRange(from = 0, to = ModelAliases.MOST_SHARE)
        Double challengerShare) {}
