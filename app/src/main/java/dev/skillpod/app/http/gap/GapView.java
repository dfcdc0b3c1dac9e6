package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.gap.analysis.AdjacentSkill;
import dev.skillpod.core.gap.analysis.Gap;
import dev.skillpod.core.gap.analysis.GapType;
import dev.skillpod.core.gap.analysis.NextStep;
import dev.skillpod.core.gap.analysis.Priority;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A skill whose required level the learner has not reached. */
@Schema(name = "SkillGap", description = "A skill whose required level the learner has not reached.")
public record GapView(
        @JsonProperty("skill_id") String skillId,
        @JsonProperty("skill_name") String skillName,
        @JsonProperty("gap_type") GapType gapType,
        @JsonProperty("priority") Priority priority,

        @JsonProperty("current_level") @Schema(minimum = "0", maximum = "100")
        int currentLevel,

        @JsonProperty("required_level") @Schema(minimum = "0", maximum = "100")
        int requiredLevel,

        @JsonProperty("gap_score")
        @Schema(
                description =
                        "Levels that are missing: required_level less current_level, or less what an adjacent skill"
                                + " lends where that is more.",
                minimum = "0",
                maximum = "100")
        double gapScore,

        @JsonProperty("market_demand_score")
        @Schema(
                description = "The trend forecast's current_demand_score; 0 when market_demand_known is false.",
                minimum = "0",
                maximum = "100")
        double marketDemandScore,

        @JsonProperty("career_impact") @Nullable String careerImpact,
        @JsonProperty("recommended_actions") List<String> recommendedActions,
        @JsonProperty("market_demand_known") boolean marketDemandKnown,

        @JsonProperty("urgency_score")
        @Schema(description = "What the priority is made of.", minimum = "0", maximum = "100")
        double urgencyScore,

        @JsonProperty("level_source")
        @Schema(
                description = "What current_level rests on.",
                allowableValues = {"request", "profile", "assessment", "answers", "content", "none"})
        String levelSource,

        @JsonProperty("evidence") List<EvidenceView> evidence,
        @JsonProperty("adjacent_skills") List<AdjacentView> adjacentSkills,
        @JsonProperty("closing") @Nullable ClosingView closing,
        @JsonProperty("recommended_content_ids") List<String> recommendedContentIds) {

    /** A neighbouring skill that makes the gap smaller. */
    @Schema(name = "AdjacentSkill", description = "A neighbouring skill that makes the gap smaller.")
    public record AdjacentView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("skill_name") String skillName,
            @JsonProperty("current_level") double currentLevel,

            @JsonProperty("transfer")
            @Schema(description = "Share of the level that carries over.", minimum = "0", maximum = "1")
            double transfer,

            @JsonProperty("lends") @Schema(description = "The level that it lends.")
            double lends) {
        private static AdjacentView of(AdjacentSkill skill) {
            return new AdjacentView(
                    skill.skillId(),
                    skill.skillName(),
                    Numbers.tenths(skill.level()),
                    skill.transfer(),
                    Numbers.tenths(skill.lends()));
        }
    }

    static GapView of(Gap gap) {
        var requirement = gap.requirement();
        return new GapView(
                requirement.skillId(),
                requirement.skillName(),
                gap.type(),
                gap.priority(),
                (int) Math.round(gap.level().level()),
                (int) Math.round(requirement.level()),
                Numbers.tenths(gap.size()),
                Numbers.tenths(gap.demand().orElse(0)),
                gap.impact(),
                gap.steps().stream().map(NextStep::text).toList(),
                gap.demand().isPresent(),
                Numbers.tenths(gap.urgency()),
                gap.level().source().name().toLowerCase(Locale.ROOT),
                requirement.evidence().stream().map(EvidenceView::of).toList(),
                gap.adjacent().stream().map(AdjacentView::of).toList(),
                ClosingView.of(gap.value()),
                gap.steps().stream()
                        .flatMap(step -> Optional.ofNullable(step.contentId()).stream())
                        .toList());
    }
}
