package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a learner says of one skill.
 *
 * @param skillId an id of the catalogue, or free text
 * @param skillName what the caller calls it
 * @param currentLevel the level, in [0, 100]
 * @param yearsExperience years of use, or null
 * @param lastUsedAt when it was last used, or null
 */
public record SkillLevel(
        @JsonProperty("skill_id")
        @Schema(description = "Id of a skill, or its name or an alias in any case.")
        @NotNull
        @Text
        String skillId,

        @JsonProperty("skill_name") @NotNull @Text(blank = true)
        String skillName,

        @JsonProperty("current_level") @NotNull @InRange(from = 0, to = 100)
        Integer currentLevel,

        @JsonProperty("years_experience") @InRange(from = 0, to = 100) @Nullable
        Double yearsExperience,

        @JsonProperty("last_used_at")
        @Schema(
                description =
                        "When the skill was last used, ISO 8601 with an offset. Skill gap analysis lets the level fade since"
                                + " then; it is not stored.")
        @Timestamp
        @Nullable
        String lastUsedAt) {}
