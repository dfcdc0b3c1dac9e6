package dev.skillpod.app.http.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recommended content; scores lie in [0, 1]. */
@Schema(description = "One recommended content; every score lies in [0, 1].")
public record RecommendationItem(
        @JsonProperty("content_id") String contentId,
        @JsonProperty("content_type") ContentType contentType,
        @JsonProperty("title") String title,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("provider") @Nullable String provider,
        @JsonProperty("url") @Nullable String url,

        @JsonProperty("relevance_score")
        @Schema(description = "Calibrated probability of a useful engagement.", minimum = "0", maximum = "1")
        double relevanceScore,

        @JsonProperty("urgency_score")
        @Schema(description = "Market pressure on its skills.", minimum = "0", maximum = "1")
        double urgencyScore,

        @JsonProperty("impact_score")
        @Schema(description = "Expected progress towards the role or goals.", minimum = "0", maximum = "1")
        double impactScore,

        @JsonProperty("confidence_score")
        @Schema(description = "How sure the relevance is.", minimum = "0", maximum = "1")
        double confidenceScore,

        @JsonProperty("overall_score")
        @Schema(description = "The score that orders the list.", minimum = "0", maximum = "1")
        double overallScore,

        @JsonProperty("recommendation_type") RecommendationType recommendationType,
        @JsonProperty("target_skill_ids") List<String> targetSkillIds,
        @JsonProperty("prerequisite_ids") List<String> prerequisiteIds,

        @JsonProperty("estimated_duration_minutes") @Nullable
        Integer estimatedDurationMinutes,

        @JsonProperty("propensity")
        @Schema(
                description = "Probability with which this content stands at this place, given those above it; 1 where"
                        + " nothing was left to chance.",
                minimum = "0",
                maximum = "1")
        double propensity,

        @JsonProperty("explored")
        @Schema(description = "Whether chance put it here, to learn what the ranking does not know.")
        boolean explored,

        @JsonProperty("reasoning")
        @Schema(description = "One sentence made from the factors; null when include_explanations is false.")
        @Nullable
        String reasoning,

        @JsonProperty("factors")
        @Schema(description = "Contributions to overall_score; with the base among them they sum to it.")
        List<FactorItem> factors) {

    /** Returns the wire form. */
    static RecommendationItem of(Recommendation item) {
        var content = item.content();
        return new RecommendationItem(
                content.id(),
                content.type(),
                content.title(),
                content.description(),
                content.provider(),
                content.url(),
                item.relevance(),
                item.urgency(),
                item.impact(),
                item.confidence(),
                item.overall(),
                item.type(),
                item.targetSkillIds(),
                item.prerequisiteIds(),
                content.durationMinutes(),
                item.propensity(),
                item.explored(),
                item.reasoning(),
                item.factors().stream()
                        .map(f -> new FactorItem(f.name(), f.value()))
                        .toList());
    }

    /** One reason's share of the score. */
    @Schema(name = "Factor")
    public record FactorItem(
            @JsonProperty("name") String name,
            @JsonProperty("value") double value) {}
}
