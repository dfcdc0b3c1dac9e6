package dev.skillpod.app.http.trend;

import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.http.validation.Ids;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.app.serving.DemandTrends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers where the demand for skills is going. */
@RestController
@RequestMapping(path = "/api/v1/trends", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "trends")
public class TrendController {
    /** The most skills that one request compares. */
    private static final int MOST_COMPARED = 20;

    private static final int MOST_TOP = 50;
    private static final int DEFAULT_TOP = 10;
    private static final String FALLING = "falling";

    private final Trends trends;
    private final DemandTrends demand;
    private final Degradation degradation;

    TrendController(Trends trends, DemandTrends demand, Degradation degradation) {
        this.trends = trends;
        this.demand = demand;
        this.degradation = degradation;
    }

    @GetMapping("/forecast/{skill_id}")
    @Operation(
            operationId = "forecastTrend",
            summary = "Forecast the demand for a skill",
            description =
                    "Monthly postings with intervals, the direction by the forecast's distribution, the back-test of"
                            + " this very series, and why. A skill of which fewer than 3 months are known is a 422 that"
                            + " says so; 503 while the forecast of a new skill is being made.")
    ForecastResponse forecast(
            @PathVariable("skill_id") String skillId,
            @RequestParam(name = "periods_ahead", required = false) @Nullable String periods,
            @RequestParam(name = "include_confidence_intervals", required = false) @Nullable String bounds,
            @RequestParam(name = "coverage", required = false) @Nullable String coverage,
            @RequestParam(name = "history", required = false) @Nullable String history,
            @RequestParam(name = "region", required = false) @Nullable String region,
            HttpServletRequest http) {
        PathId.check("skill_id", skillId);
        ForecastQuestion question = ForecastQuestion.of(periods, bounds, coverage, history, region);
        DemandForecast found = trends.one(skillId, question.region());
        var view = ForecastView.of(
                found,
                trends.name(skillId).orElse(null),
                question,
                question.history() ? demand.history(skillId, question.region()) : null);
        return new ForecastResponse(
                view,
                found.modelVersion(),
                RequestId.millisSinceStart(http),
                found.dataSource(),
                found.generatedAt(),
                degradation.reasons());
    }

    @PostMapping(path = "/analyze", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "analyzeTrends",
            summary = "Compare the trends of some skills",
            description =
                    "1 to 20 skill ids; a repeated id counts once. Skills that are unknown, or of which too little is"
                            + " known, are left out and named in warnings.")
    AnalysisResponse analyze(@RequestBody List<@Nullable String> skillIds, HttpServletRequest http) {
        Trends.Found found = trends.some(Ids.check("skill", skillIds, MOST_COMPARED));
        return new AnalysisResponse(
                found.forecasts().stream()
                        .map(forecast -> AnalysisResponse.Analysis.of(
                                forecast,
                                trends.name(forecast.outlook().skillId()).orElse(null)))
                        .toList(),
                RequestId.millisSinceStart(http),
                found.warnings(),
                degradation.reasons());
    }

    @GetMapping("/top")
    @Operation(
            operationId = "topTrends",
            summary = "Name the skills whose demand grows most",
            description =
                    "Skills of today's market that are expected to grow, ordered by the growth that is exceeded with"
                            + " probability 0.8; with direction=falling those that are expected to shrink, by the growth"
                            + " that is not reached with that probability.")
    TopResponse top(
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "direction", required = false) @Nullable String direction,
            @RequestParam(name = "region", required = false) @Nullable String region,
            HttpServletRequest http) {
        int most = QueryValue.integer("limit", limit, DEFAULT_TOP, 1, MOST_TOP);
        boolean falling = QueryValue.choice("direction", direction, List.of("rising", FALLING))
                .equals(FALLING);
        List<DemandForecast> top = trends.top(falling, QueryValue.name("region", region), most);
        return new TopResponse(
                top.stream()
                        .map(forecast -> {
                            String id = forecast.outlook().skillId();
                            return TopResponse.TrendingSkill.of(
                                    forecast, trends.name(id).orElse(id));
                        })
                        .toList(),
                RequestId.millisSinceStart(http),
                degradation.reasons());
    }
}
