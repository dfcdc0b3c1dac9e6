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

/** A profile to store: a {@link UserContext} whose ids may be left out, since the path has them. */
@Schema(description = "A learner's profile, in the shape of user_context; the ids may be left out, the path has them.")
public record ProfileBody(
        @JsonProperty("user_id") @Text @Nullable String userId,
        @JsonProperty("tenant_id") @Text @Nullable String tenantId,

        @JsonProperty("skills") @Size(max = MOST_SKILLS) @Nullable
        List<@NotNull @Valid SkillLevel> skills,

        @JsonProperty("career_goals") @Size(max = MOST_GOALS) @Nullable
        List<@NotNull @Text(max = Text.LONG, blank = true) String> careerGoals,

        @JsonProperty("target_role") @Text(blank = true) @Nullable
        String targetRole,

        @JsonProperty("experience_level") @OneOf(Proficiency.class) @Nullable
        String experienceLevel,

        @JsonProperty("preferred_learning_style") @OneOf(LearningStyle.class) @Nullable
        String preferredLearningStyle,

        @JsonProperty("weekly_learning_hours") @InRange(from = 1, to = 80) @Nullable
        Integer weeklyLearningHours)
        implements ProfileFields {}
