package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.core.trend.demand.SkillOutlook;
import dev.skillpod.core.trend.demand.TrendDirection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some skills side by side. */
@Schema(name = "TrendAnalysisResponse", description = "Skills side by side, in the order asked for.")
public record AnalysisResponse(
        @JsonProperty("analyses") List<Analysis> analyses,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("warnings") @Schema(description = "Skills that are left out, and why.")
        List<String> warnings,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** One of the skills. */
    @Schema(name = "TrendAnalysis", description = "A skill beside others.")
    public record Analysis(
            @JsonProperty("skill_id") String skillId,

            @JsonProperty("skill_name") @Nullable String skillName,

            @JsonProperty("current_demand")
            @Schema(description = "The demand score now.", minimum = "0", maximum = "100")
            double currentDemand,

            @JsonProperty("trend_direction") TrendDirection trendDirection,

            @JsonProperty("6_month_outlook")
            @Schema(
                    description =
                            "The demand score that is expected in six months (months 4 to 6 of all skills' forecasts).",
                    minimum = "0",
                    maximum = "100")
            double sixMonthOutlook,

            @JsonProperty("recent_postings")
            @Schema(description = "Mean monthly postings of the latest three known months.")
            double recentPostings,

            @JsonProperty("in_6_months") @Schema(description = "Postings of the sixth month, with 95 % bounds.")
            PeriodView inSixMonths,

            @JsonProperty("growth") GrowthView growth,

            @JsonProperty("confidence") @Schema(minimum = "0", maximum = "1")
            double confidence,

            @JsonProperty("history_until") @Schema(description = "The last known month, YYYY-MM.")
            String historyUntil,

            @JsonProperty("data_source") String dataSource,
            @JsonProperty("model_version") String modelVersion,
            @JsonProperty("generated_at") Instant generatedAt) {

        static Analysis of(DemandForecast forecast, @Nullable String name) {
            SkillOutlook outlook = forecast.outlook();
            return new Analysis(
                    outlook.skillId(),
                    name,
                    outlook.score(),
                    outlook.direction(),
                    outlook.scoreInSixMonths(),
                    outlook.recentPostings(),
                    PeriodView.month(outlook, 6, outlook.bands().getLast()),
                    GrowthView.of(outlook.growth()),
                    outlook.confidence(),
                    outlook.historyUntil().toString(),
                    forecast.dataSource(),
                    forecast.modelVersion(),
                    forecast.generatedAt());
        }
    }
}
