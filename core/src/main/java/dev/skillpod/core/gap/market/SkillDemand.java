package dev.skillpod.core.gap.market;

import dev.skillpod.core.trend.demand.TrendDirection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much each skill is asked for, as the forecasts say. Immutable and thread-safe.
 *
 * @param scores in [0, 100] by skill id, see {@link dev.skillpod.core.trend.demand.DemandScores}
 * @param directions where the demand is going by skill id; a skill without a forecast is left out
 */
public record SkillDemand(Map<String, Double> scores, Map<String, TrendDirection> directions) {
    public SkillDemand {
        scores = Map.copyOf(scores);
        directions = Map.copyOf(directions);
    }

    /** Returns the demand of a market of which nothing is known. */
    public static SkillDemand unknown() {
        return new SkillDemand(Map.of(), Map.of());
    }

    /** Returns how much a skill is asked for, in [0, 100]; empty when nothing is known of it. */
    public OptionalDouble score(String skillId) {
        Double score = scores.get(skillId);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /** Returns where the demand for a skill is going; empty when it is not forecast. */
    public Optional<TrendDirection> direction(String skillId) {
        return Optional.ofNullable(directions.get(skillId));
    }
}
