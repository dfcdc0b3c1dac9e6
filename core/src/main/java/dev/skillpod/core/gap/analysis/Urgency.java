package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.requirement.Requirement;
import java.util.OptionalDouble;

/**
 * How urgent a gap is:
 *
 * <pre>
 * urgency = 100 min(1, (gap / required) weight (0.75 + 0.5 demand / 100))
 * </pre>
 *
 * <p>the share of the required level that is missing, times how much the skill matters by all evidence together, a quarter more
 * or less by how much the market asks for it. A larger gap is never less urgent.
 */
final class Urgency {
    private static final double LEAST_FACTOR = 0.75;
    private static final double DEMAND_FACTOR = 0.5;
    private static final double AVERAGE_DEMAND = 50;

    private Urgency() {}

    /** @param demand of the skill, in [0, 100]; an unknown one counts as average */
    static double of(double gap, Requirement requirement, OptionalDouble demand) {
        double factor = LEAST_FACTOR + DEMAND_FACTOR * demand.orElse(AVERAGE_DEMAND) / 100;
        return 100 * Math.min(1, gap / requirement.level() * requirement.weight() * factor);
    }
}
