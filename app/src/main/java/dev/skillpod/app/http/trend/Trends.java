package dev.skillpod.app.http.trend;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.app.serving.DemandTrends;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.trend.demand.DemandOutlook;
import dev.skillpod.core.trend.demand.MonthlyDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds forecasts, and says why there is none. Thread-safe. */
@Component
class Trends {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DemandTrends demand;
    private final CatalogSource catalog;

    /** What was found of some skills: forecasts in the order asked for, and why the others are left out. */
    record Found(List<DemandForecast> forecasts, List<String> warnings) {}

    Trends(DemandTrends demand, CatalogSource catalog) {
        this.demand = demand;
        this.catalog = catalog;
    }

    /**
     * Returns the forecast of a skill.
     *
     * @throws ProblemException 404 when nobody knows the skill, 503 when its forecast is not made yet
     * @throws InvalidRequestException when too little is known of its past
     */
    DemandForecast one(String skillId, @Nullable String region) {
        DemandForecast forecast = demand.find(List.of(skillId), region).get(skillId);
        if (forecast != null) {
            return forecast;
        }
        int months = months(skillId, region);
        if (months == 0 && unknown(skillId)) {
            throw ProblemException.notFound("neither the catalogue nor the demand history has a skill of this id");
        }
        if (months < DemandOutlook.LEAST_MONTHS) {
            throw InvalidRequestException.invalid("skill_id", tooLittle(months, region), ErrorCode.OUT_OF_RANGE);
        }
        throw notMadeYet();
    }

    /**
     * Returns the forecasts of some skills.
     *
     * @throws ProblemException 503 when one of them is not made yet
     */
    Found some(List<String> skillIds) {
        Map<String, DemandForecast> found = demand.find(skillIds, null);
        var forecasts = new ArrayList<DemandForecast>();
        var warnings = new ArrayList<String>();
        for (String id : skillIds) {
            DemandForecast forecast = found.get(id);
            if (forecast != null) {
                forecasts.add(forecast);
                continue;
            }
            int months = months(id, null);
            if (months >= DemandOutlook.LEAST_MONTHS) {
                throw notMadeYet();
            }
            warnings.add("skill '%s' %s"
                    .formatted(
                            Excerpt.of(id),
                            months == 0 && unknown(id)
                                    ? "is in neither the catalogue nor the demand history"
                                    : tooLittle(months, null)));
        }
        return new Found(List.copyOf(forecasts), List.copyOf(warnings));
    }

    /**
     * Returns the skills that move most.
     *
     * @throws ProblemException 503 when forecasts were never made
     * @throws InvalidRequestException when nothing is known of the region
     */
    List<DemandForecast> top(boolean falling, @Nullable String region, int limit) {
        List<DemandForecast> top = demand.top(falling, region, limit);
        if (!top.isEmpty()) {
            return top;
        }
        if (region != null && !demand.knows(region)) {
            throw InvalidRequestException.invalid(
                    "region",
                    "must be a region of the demand history, was \"" + Excerpt.of(region) + '"',
                    ErrorCode.UNKNOWN_ID);
        }
        if (!demand.made()) {
            throw notMadeYet();
        }
        return top;
    }

    /** Returns the name that the catalogue has for a skill. */
    Optional<String> name(String skillId) {
        return catalog.catalog().skill(skillId).map(Skill::name);
    }

    private int months(String skillId, @Nullable String region) {
        return MonthlyDemand.of(skillId, demand.history(skillId, region))
                .map(MonthlyDemand::observed)
                .orElse(0);
    }

    private boolean unknown(String skillId) {
        return name(skillId).isEmpty() && demand.history(skillId, null).isEmpty();
    }

    private static String tooLittle(int months, @Nullable String region) {
        return "must have at least %d months of demand history%s to be forecast, had %d"
                .formatted(
                        DemandOutlook.LEAST_MONTHS,
                        region == null ? "" : " in region \"" + Excerpt.of(region) + '"',
                        months);
    }

    private static ProblemException notMadeYet() {
        return ProblemException.unavailable("the forecast is being made", RETRY);
    }
}
