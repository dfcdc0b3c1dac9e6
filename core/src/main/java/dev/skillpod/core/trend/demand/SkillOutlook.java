package dev.skillpod.core.trend.demand;

import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said about the demand for a skill.
 *
 * @param skillId the skill
 * @param historyFrom the first month that is known
 * @param historyUntil the last month that is known
 * @param monthsObserved how many months are known, at least 3
 * @param start the month before the forecast's first step; later than {@code historyUntil} when the market is known further
 * @param current whether the history reaches far enough for the skill to belong to today's market
 * @param recentPostings mean monthly postings of the latest three known months
 * @param mean expected postings of the months after {@code start}, {@value DemandOutlook#HORIZON} of them, at least 0
 * @param bands where they lie with probability 0.8 and 0.95, in that order; at least 0
 * @param score how much it is asked for now, in [0, 100], see {@link DemandScores}
 * @param scoreInSixMonths the same of months 4 to 6 of the forecast, in the market that is forecast
 * @param growth the change within a year
 * @param confidence how far the forecast can be trusted, in [0, 1], see {@link DemandOutlook#confidence}
 * @param factors why, in sentences
 * @param backTest how well the skill was forecast from its own past; empty when the history is too short to tell
 * @param weights the share of each forecasting method by name
 */
public record SkillOutlook(
        String skillId,
        YearMonth historyFrom,
        YearMonth historyUntil,
        int monthsObserved,
        YearMonth start,
        boolean current,
        double recentPostings,
        double[] mean,
        List<Band> bands,
        double score,
        double scoreInSixMonths,
        Growth growth,
        double confidence,
        List<String> factors,
        Optional<BackTest> backTest,
        Map<String, Double> weights) {
    public SkillOutlook {
        bands = List.copyOf(bands);
        factors = List.copyOf(factors);
        weights = Map.copyOf(weights);
    }

    /** Returns where the demand is going. */
    public TrendDirection direction() {
        return growth.direction();
    }
}
