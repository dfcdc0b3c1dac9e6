package dev.skillpod.core.trend.demand;

import dev.skillpod.core.math.Normal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much each skill of a market is asked for, as a number from 0 to 100.
 *
 * <pre>
 * score = 100 (0.75 level + 0.25 rise)
 * level = Φ((ln(x + 0.5) − m) / s)     x: mean postings of the latest three months; m, s: mean and deviation of
 *                                      ln(x + 0.5) over all skills of today's market
 * rise  = Φ(n / (n + 3) d / 0.25)      d: mean logarithm of the skill's share of the market in these months over its
 *                                      share in the same months one, two and three years before; n: pairs of months
 * </pre>
 *
 * <p>The level is the share of the market that a skill of log-normally distributed demand would be ahead of; the rise is its present
 * share against its own history, a half when that is unknown or the share is what it was. Both are continuous in every posting, so
 * that one posting more never makes a jump. A market of one skill, or of equal ones, has level a half.
 */
public final class DemandScores {
    private static final double LEVEL_WEIGHT = 0.75;
    private static final double RISE_UNIT = 0.25;
    private static final int SHRINKAGE = 3;
    private static final int YEARS = 3;

    private DemandScores() {}

    /**
     * Returns the score of every skill by id, in [0, 100].
     *
     * @param market at least one skill
     */
    public static Map<String, Double> of(DemandMarket market) {
        double[] logs = market.skills().stream()
                .filter(market::current)
                .mapToDouble(DemandScores::log)
                .toArray();
        double mean = 0;
        for (double log : logs) {
            mean += log / logs.length;
        }
        double variance = 0;
        for (double log : logs) {
            variance += (log - mean) * (log - mean) / logs.length;
        }
        double deviation = Math.sqrt(variance);
        var scores = new HashMap<String, Double>();
        for (MonthlyDemand skill : market.skills()) {
            double level = deviation < 1e-9 ? 0.5 : Normal.cumulative((log(skill) - mean) / deviation);
            double score = 100 * (LEVEL_WEIGHT * level + (1 - LEVEL_WEIGHT) * rise(skill, market));
            scores.put(skill.skillId(), score);
        }
        return scores;
    }

    private static double rise(MonthlyDemand skill, DemandMarket market) {
        double sum = 0;
        int pairs = 0;
        for (int month : skill.recent()) {
            for (int year = 1; year <= YEARS; year++) {
                double then = skill.at(month - 12 * year);
                OptionalDouble ofMarket = market.logGrowth(month, 12 * year);
                if (!Double.isNaN(then) && ofMarket.isPresent()) {
                    sum += Math.log((skill.at(month) + 0.5) / (then + 0.5)) - ofMarket.getAsDouble();
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0.5 : Normal.cumulative(sum / (pairs + SHRINKAGE) / RISE_UNIT);
    }

    private static double log(MonthlyDemand skill) {
        return Math.log(skill.level() + 0.5);
    }
}
