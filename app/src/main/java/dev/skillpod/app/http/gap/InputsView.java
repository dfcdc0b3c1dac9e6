package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.analysis.GapReport;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.requirement.Requirement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that was used about a learner, for the learner to see. */
@Schema(
        name = "UsedInputs",
        description =
                "Everything that was used about the learner, for the learner to see. Name, gender, age and other protected"
                        + " attributes are no input: the service has no field for them.")
public record InputsView(
        @JsonProperty("target_role") @Nullable String targetRole,
        @JsonProperty("career_goals") List<String> careerGoals,
        @JsonProperty("experience_level") @Nullable String experienceLevel,
        @JsonProperty("weekly_learning_hours") int weeklyLearningHours,
        @JsonProperty("levels") List<LevelView> levels,
        @JsonProperty("requirements") List<RequirementView> requirements,

        @JsonProperty("jobs") @Schema(description = "Jobs that the value of closing a gap is averaged over.")
        List<String> jobs,

        @JsonProperty("events")
        @Schema(
                description =
                        "Events that were read: market signals, outcomes of applications, assessments, what was done with"
                                + " contents.")
        EventCounts events) {

    /** A level and where it comes from. */
    @Schema(name = "UsedLevel")
    public record LevelView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("level") double level,
            @JsonProperty("level_at_last_use") double levelAtLastUse,
            @JsonProperty("source") String source,
            @JsonProperty("last_used_at") @Nullable Instant lastUsedAt,
            @JsonProperty("years_experience") @Nullable Double years) {
        private static LevelView of(Map.Entry<String, SkillLevel> entry) {
            SkillLevel level = entry.getValue();
            return new LevelView(
                    entry.getKey(),
                    Numbers.tenths(level.level()),
                    Numbers.tenths(level.atLastUse()),
                    level.source().name().toLowerCase(Locale.ROOT),
                    level.lastUsed(),
                    level.years());
        }
    }

    /** What is required, met or not. */
    @Schema(name = "UsedRequirement")
    public record RequirementView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("required_level") double requiredLevel,
            @JsonProperty("weight") double weight,
            @JsonProperty("evidence") List<EvidenceView> evidence) {
        private static RequirementView of(Requirement requirement) {
            return new RequirementView(
                    requirement.skillId(),
                    Numbers.tenths(requirement.level()),
                    Numbers.fine(requirement.weight()),
                    requirement.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /** How many events were read. */
    @Schema(name = "UsedEvents")
    public record EventCounts(
            @JsonProperty("market_signals") int signals,
            @JsonProperty("application_outcomes") int outcomes,
            @JsonProperty("assessments") int assessments,
            @JsonProperty("content_engagements") int engagements) {}

    static InputsView of(GapRequest request, GapReport report) {
        LearnerHistory learner = request.learner().before(request.asOf());
        var said = learner.profile();
        return new InputsView(
                said.targetRole(),
                said.careerGoals(),
                said.experienceLevel() == null ? null : said.experienceLevel().name(),
                said.weeklyLearningHours(),
                report.levels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(LevelView::of)
                        .toList(),
                report.requirements().stream().map(RequirementView::of).toList(),
                report.jobIds(),
                new EventCounts(
                        learner.signals().size(),
                        learner.outcomes().size(),
                        learner.assessments().size(),
                        learner.engagements().size()));
    }
}
