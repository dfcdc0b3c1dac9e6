package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.Promotion;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The wish that an alias name a version. */
@Schema(name = "Promote")
public record PromoteBody(
        @JsonProperty("version") @NotNull @Text String version,

        @JsonProperty("alias")
        @Schema(description = "champion when left out.")
        @OneOf(value = ModelAlias.class, ignoreCase = true)
        @Nullable
        String alias,

        @JsonProperty("force")
        @Schema(description = "Past the gate; the history tells.", defaultValue = "false")
        @Nullable
        Boolean force,

        @JsonProperty("reason")
        @Schema(description = "Why, for the history.")
        @Text(max = Text.LONG, blank = true)
        @Nullable
        String reason) {
    Promotion wish(String model, String by) {
        ModelAlias named = alias == null
                ? ModelAlias.CHAMPION
                : ModelAlias.of(alias.toLowerCase(java.util.Locale.ROOT)).orElseThrow();
        return new Promotion(model, version, named, Boolean.TRUE.equals(force), by, reason);
    }
}
