package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A skill to reach. */
@Schema(name = "TargetSkill", description = "A skill to reach.")
public record Target(
        @JsonProperty("skill_id")
        @Schema(description = "Id of a skill, its name, an alias or free text.")
        @NotNull
        @Text
        String skillId,

        @JsonProperty("skill_name") @Text(blank = true) @Nullable
        String skillName,

        @JsonProperty("required_level") @Schema(defaultValue = "70") @InRange(from = 0, to = 100) @Nullable
        Integer requiredLevel) {
    static final int DEFAULT_LEVEL = 70;
}
