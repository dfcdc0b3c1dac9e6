package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Skill;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored profile, in the shape of user_context. */
@Schema(name = "Learner", description = "A stored profile, in the shape of user_context.")
public record LearnerView(
        @JsonProperty("user_id") String userId,
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("skills") List<SkillView> skills,
        @JsonProperty("career_goals") List<String> careerGoals,
        @JsonProperty("target_role") @Nullable String targetRole,
        @JsonProperty("experience_level") @Nullable Proficiency experienceLevel,
        @JsonProperty("preferred_learning_style") @Nullable LearningStyle preferredLearningStyle,
        @JsonProperty("weekly_learning_hours") int weeklyLearningHours,

        @JsonProperty("warnings") @Schema(description = "Skills that the catalogue does not know.")
        List<String> warnings) {

    /** A stored level. */
    @Schema(name = "LearnerSkill")
    public record SkillView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("skill_name") String skillName,
            @JsonProperty("current_level") int currentLevel,
            @JsonProperty("years_experience") @Nullable Double yearsExperience) {}

    /** Returns the wire form; a skill that the catalogue does not know is named by its id. */
    static LearnerView of(LearnerKey learner, LearnerProfile profile, Catalog catalog, List<String> warnings) {
        return new LearnerView(
                learner.userId(),
                learner.tenantId(),
                profile.skills().stream()
                        .map(s -> new SkillView(
                                s.skillId(),
                                catalog.skill(s.skillId()).map(Skill::name).orElse(s.skillId()),
                                s.level(),
                                s.yearsExperience()))
                        .toList(),
                profile.careerGoals(),
                profile.targetRole(),
                profile.experienceLevel(),
                profile.learningStyle(),
                profile.weeklyLearningHours(),
                warnings);
    }
}
