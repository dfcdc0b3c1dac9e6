package dev.skillpod.app.http.trend;

import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.demand.DemandOutlook;
import dev.skillpod.core.trend.demand.SkillOutlook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a forecast asks for.
 *
 * @param periods months ahead, in [1, 52]
 * @param bounds whether bounds are wanted
 * @param coverage theirs: 0.95 or 0.8
 * @param history whether the known months are wanted
 * @param region null for the whole market
 */
record ForecastQuestion(
        int periods,
        boolean bounds,
        double coverage,
        boolean history,
        @Nullable String region) {
    private static final int DEFAULT_PERIODS = 12;
    private static final List<String> COVERAGES = List.of("0.95", "0.8", "0.80");

    /**
     * Reads the query parameters; each may be null.
     *
     * @throws dev.skillpod.app.http.problem.InvalidRequestException naming the first that is not legal
     */
    static ForecastQuestion of(
            @Nullable String periods,
            @Nullable String bounds,
            @Nullable String coverage,
            @Nullable String history,
            @Nullable String region) {
        return new ForecastQuestion(
                QueryValue.integer("periods_ahead", periods, DEFAULT_PERIODS, 1, DemandOutlook.HORIZON),
                QueryValue.flag("include_confidence_intervals", bounds, true),
                Double.parseDouble(QueryValue.choice("coverage", coverage, COVERAGES)),
                QueryValue.flag("history", history, false),
                QueryValue.name("region", region));
    }

    /** Returns the band that is wanted, or null. */
    @Nullable
    Band bandOf(SkillOutlook outlook) {
        return bounds
                ? outlook.bands().stream()
                        .filter(band -> Math.abs(band.coverage() - coverage) < 1e-9)
                        .findFirst()
                        .orElseThrow()
                : null;
    }
}
