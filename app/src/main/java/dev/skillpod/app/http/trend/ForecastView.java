package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.demand.SkillOutlook;
import dev.skillpod.core.trend.demand.TrendDirection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is expected of the demand for a skill. */
@Schema(name = "TrendForecast", description = "What is expected of the demand for a skill.")
public record ForecastView(
        @JsonProperty("skill_id") String skillId,

        @JsonProperty("skill_name") @Schema(description = "Null when the catalogue does not know the skill.") @Nullable
        String skillName,

        @JsonProperty("region") @Schema(description = "Null for the whole market.") @Nullable
        String region,

        @JsonProperty("current_demand_score")
        @Schema(
                description = "How much it is asked for among all skills, and against its own history.",
                minimum = "0",
                maximum = "100")
        double currentDemandScore,

        @JsonProperty("recent_postings")
        @Schema(description = "Mean monthly postings of the latest three known months.")
        double recentPostings,

        @JsonProperty("forecasts") List<PeriodView> forecasts,

        @JsonProperty("coverage")
        @Schema(description = "The probability that a month lies within its bounds; null without bounds.")
        @Nullable
        Double coverage,

        @JsonProperty("trend_direction") TrendDirection trendDirection,
        @JsonProperty("growth") GrowthView growth,

        @JsonProperty("confidence")
        @Schema(
                description =
                        "The share of the naive method's error that the back-test saved, less when little could be tested.",
                minimum = "0",
                maximum = "1")
        double confidence,

        @JsonProperty("factors") @Schema(description = "Why, in sentences with numbers.")
        List<String> factors,

        @JsonProperty("accuracy") AccuracyView accuracy,

        @JsonProperty("history_from") @Schema(description = "The first known month, YYYY-MM.")
        String historyFrom,

        @JsonProperty("history_until") @Schema(description = "The last known month, YYYY-MM.")
        String historyUntil,

        @JsonProperty("months_known") @Schema(minimum = "3") int monthsKnown,

        @JsonProperty("history")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The known months, oldest first; only when asked for.")
        @Nullable
        List<HistoryView> history) {

    /** A known month. */
    @Schema(name = "DemandMonth", description = "A known month.")
    public record HistoryView(
            @JsonProperty("month") @Schema(description = "The month, YYYY-MM.")
            String month,

            @JsonProperty("postings") double postings) {
        static HistoryView of(DemandPoint point) {
            return new HistoryView(point.period().toString(), point.postings());
        }
    }

    /** Joins a forecast and what the request asked for. */
    static ForecastView of(
            DemandForecast forecast,
            @Nullable String name,
            ForecastQuestion question,
            @Nullable List<DemandPoint> history) {
        SkillOutlook outlook = forecast.outlook();
        Band band = question.bandOf(outlook);
        return new ForecastView(
                outlook.skillId(),
                name,
                question.region(),
                outlook.score(),
                outlook.recentPostings(),
                PeriodView.of(outlook, question.periods(), band),
                band == null ? null : band.coverage(),
                outlook.direction(),
                GrowthView.of(outlook.growth()),
                outlook.confidence(),
                outlook.factors(),
                AccuracyView.of(outlook),
                outlook.historyFrom().toString(),
                outlook.historyUntil().toString(),
                outlook.monthsObserved(),
                history == null ? null : history.stream().map(HistoryView::of).toList());
    }
}
