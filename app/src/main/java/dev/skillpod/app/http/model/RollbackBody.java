package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why the champion before shall be champion again. */
@Schema(name = "Rollback")
public record RollbackBody(
        @JsonProperty("reason")
        @Schema(description = "Why, for the history.")
        @Text(max = Text.LONG, blank = true)
        @Nullable
        String reason) {}
