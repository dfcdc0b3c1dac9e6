package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.core.trend.demand.SkillOutlook;
import dev.skillpod.core.trend.demand.TrendDirection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The skills whose demand moves most. */
@Schema(
        name = "TopTrendsResponse",
        description =
                "The skills that are expected to grow (shrink), ordered by the growth that is exceeded (not reached)"
                        + " with probability 0.8, so that a skill of which little is sure does not lead.")
public record TopResponse(
        @JsonProperty("trending_skills") List<TrendingSkill> trendingSkills,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** One of them. */
    @Schema(description = "A skill whose demand moves.")
    public record TrendingSkill(
            @JsonProperty("skill_id") String skillId,

            @JsonProperty("skill_name") @Schema(description = "The id when the catalogue does not know the skill.")
            String skillName,

            @JsonProperty("growth_rate")
            @Schema(description = "Expected change of the postings within a year; 0.08 is 8 %.")
            double growthRate,

            @JsonProperty("growth") GrowthView growth,

            @JsonProperty("current_demand_score") @Schema(minimum = "0", maximum = "100")
            double currentDemandScore,

            @JsonProperty("recent_postings")
            @Schema(description = "Mean monthly postings of the latest three known months.")
            double recentPostings,

            @JsonProperty("trend_direction") TrendDirection trendDirection,

            @JsonProperty("confidence") @Schema(minimum = "0", maximum = "1")
            double confidence,

            @JsonProperty("history_until") @Schema(description = "The last known month, YYYY-MM.")
            String historyUntil,

            @JsonProperty("data_source") String dataSource,
            @JsonProperty("model_version") String modelVersion,
            @JsonProperty("generated_at") Instant generatedAt) {

        static TrendingSkill of(DemandForecast forecast, String name) {
            SkillOutlook outlook = forecast.outlook();
            return new TrendingSkill(
                    outlook.skillId(),
                    name,
                    outlook.growth().expected(),
                    GrowthView.of(outlook.growth()),
                    outlook.score(),
                    outlook.recentPostings(),
                    outlook.direction(),
                    outlook.confidence(),
                    outlook.historyUntil().toString(),
                    forecast.dataSource(),
                    forecast.modelVersion(),
                    forecast.generatedAt());
        }
    }
}
