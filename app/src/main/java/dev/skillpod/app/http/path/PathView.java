package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.path.content.ContentPath.Limit;
import dev.skillpod.core.path.content.Estimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learning path. */
@Schema(name = "LearningPath", description = "A learning path, as it was planned last.")
public record PathView(
        @JsonProperty("path_id")
        @Schema(description = "Null when the path could not be kept; degraded says so.")
        @Nullable
        UUID pathId,

        @JsonProperty("version")
        @Schema(minimum = "0", description = "Rises whenever the path is planned again; 0 when it could not be kept.")
        int version,

        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("user_id") String userId,

        @JsonProperty("created_at") @Schema(format = "date-time")
        String createdAt,

        @JsonProperty("updated_at") @Schema(format = "date-time")
        String updatedAt,

        @JsonProperty("replanned_because")
        @Schema(description = "Why this answer shows a new plan; null when it shows the one that was there.")
        @Nullable
        String replannedBecause,

        @JsonProperty("plan") Plan plan,

        @JsonProperty("done_content_ids") @Schema(description = "Steps that were marked done, in that order.")
        List<String> done,

        @JsonProperty("warnings") @Schema(description = "What of the request could not be used, in plain sentences.")
        List<String> warnings,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** What was planned; kept as it is until it is planned again. */
    @Schema(name = "LearningPlan", description = "What was planned.")
    public record Plan(
            @JsonProperty("target_role") @Nullable RoleView targetRole,

            @JsonProperty("attainment") @Schema(description = "The share of the goal attained, each in [0, 1].")
            Attainment attainment,

            @JsonProperty("skills") List<SkillView> skills,
            @JsonProperty("steps") List<StepView> steps,
            @JsonProperty("milestones") List<MilestoneView> milestones,
            @JsonProperty("calendar") List<PathCalendar.Week> calendar,
            @JsonProperty("total_minutes") double totalMinutes,

            @JsonProperty("available_minutes") @Schema(description = "The hours a week until the deadline, in minutes.")
            double availableMinutes,

            @JsonProperty("weekly_learning_hours") int weeklyHours,

            @JsonProperty("deadline") @Schema(format = "date-time")
            String deadline,

            @JsonProperty("deadline_assumed")
            @Schema(description = "Whether no deadline was given, and 12 weeks were assumed.")
            boolean deadlineAssumed,

            @JsonProperty("max_items") int maxItems,

            @JsonProperty("limited_by") @Schema(description = "What keeps the path from attaining more.")
            Limit limitedBy,

            @JsonProperty("more_hours") @Schema(description = "What more hours a week would attain.")
            List<MoreHoursView> moreHours,

            @JsonProperty("unplaced") @Schema(description = "Pinned contents that are not in the path, and why.")
            List<UnplacedView> unplaced,

            @JsonProperty("method") @Schema(description = "Which of the paths compared is the best and so this one.")
            String method,

            @JsonProperty("baselines")
            @Schema(description = "What simpler ways to choose would attain, on the same drawn learners.")
            List<BaselineView> baselines,

            @JsonProperty("assumptions") @Schema(description = "What was assumed for want of data, in plain sentences.")
            List<String> assumptions,

            @JsonProperty("policy") @Schema(description = "How paths are found, by name and number.")
            String policy,

            @JsonProperty("policy_version")
            @Schema(
                    description =
                            "The version of the trained policy that guides the search; untrained when there is none,"
                                    + " null in plans from before there were policies.")
            @Nullable
            String policyVersion,

            @JsonProperty("model_version") String modelVersion,

            @JsonProperty("data_source")
            @Schema(description = "What the models were trained on: synthetic, real, mixed or none.")
            String dataSource,

            @JsonProperty("warnings") List<String> warnings) {}

    /** A role of the catalogue. */
    @Schema(name = "PathRole")
    public record RoleView(
            @JsonProperty("role_id") String roleId,
            @JsonProperty("title") String title) {}

    /** An expected value with its interval. */
    @Schema(
            name = "Estimate",
            description = "An expected value, and where the truth lies with probability 0.9 by the learner model.")
    public record EstimateView(
            @JsonProperty("expected") double expected,
            @JsonProperty("lower") double lower,
            @JsonProperty("upper") double upper) {
        /** Shows levels, to one decimal. */
        static EstimateView levels(Estimate estimate) {
            return new EstimateView(
                    round(estimate.mean(), 10), round(estimate.lower(), 10), round(estimate.upper(), 10));
        }

        /** Shows shares, to four decimals. */
        static EstimateView shares(Estimate estimate) {
            return new EstimateView(
                    round(estimate.mean(), 10_000), round(estimate.lower(), 10_000), round(estimate.upper(), 10_000));
        }
    }

    /** The attainment without and with the path. */
    public record Attainment(
            @JsonProperty("before") EstimateView before,
            @JsonProperty("after") EstimateView after) {}

    /** Where a skill of the goal ends up. */
    @Schema(name = "PathSkill", description = "Where a skill of the goal ends up.")
    public record SkillView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("skill_name") String skillName,
            @JsonProperty("required_level") double requiredLevel,
            @JsonProperty("weight") double weight,
            @JsonProperty("before") EstimateView before,
            @JsonProperty("after") EstimateView after) {}

    /** A level reached on the way. */
    @Schema(name = "Milestone", description = "A level reached on the way, by the expected level of a skill.")
    public record MilestoneView(
            @JsonProperty("after_step") int afterStep,
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("skill_name") String skillName,
            @JsonProperty("from_level") String fromLevel,
            @JsonProperty("to_level") String toLevel,

            @JsonProperty("text") @Schema(description = "The milestone as a sentence.")
            String text) {}

    /** What more hours would attain. */
    @Schema(name = "MoreHours")
    public record MoreHoursView(
            @JsonProperty("weekly_learning_hours") double weeklyHours,
            @JsonProperty("expected_attainment") double attainment) {}

    /** A pinned content that is not in the path. */
    @Schema(name = "UnplacedContent")
    public record UnplacedView(
            @JsonProperty("content_id") String contentId,
            @JsonProperty("reason") String reason) {}

    /** What a simpler way to choose would attain. */
    @Schema(name = "PathBaseline")
    public record BaselineView(
            @JsonProperty("method") String method,
            @JsonProperty("attainment") EstimateView attainment) {}

    static double round(double value, int parts) {
        return Math.rint(value * parts) / parts;
    }
}
