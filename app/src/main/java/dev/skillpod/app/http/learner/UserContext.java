package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Proficiency;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A learner as requests describe one; {@link ProfileFields} are laid over the stored profile. */
@Schema(description = "Who asks, and what they say of themselves. What is given wins over the stored profile.")
public record UserContext(
        @JsonProperty("user_id") @NotNull @Text String userId,
        @JsonProperty("tenant_id") @NotNull @Text String tenantId,

        @JsonProperty("skills") @Size(max = MOST_SKILLS) @Nullable
        List<@NotNull @Valid SkillLevel> skills,

        @JsonProperty("career_goals") @Size(max = MOST_GOALS) @Nullable
        List<@NotNull @Text(max = Text.LONG, blank = true) String> careerGoals,

        @JsonProperty("target_role")
        @Schema(description = "Role worked towards: an id, a title or free text.")
        @Text(blank = true)
        @Nullable
        String targetRole,

        @JsonProperty("experience_level") @OneOf(Proficiency.class) @Nullable
        String experienceLevel,

        @JsonProperty("preferred_learning_style") @OneOf(LearningStyle.class) @Nullable
        String preferredLearningStyle,

        @JsonProperty("weekly_learning_hours")
        @Schema(description = "Hours a week for learning; 10 unless said here or in the stored profile.")
        @InRange(from = 1, to = 80)
        @Nullable
        Integer weeklyLearningHours)
        implements ProfileFields {}
