package dev.skillpod.core.evaluation;

import java.util.Arrays;

/**
 * A ratio of two sums over independent units with its 95 % interval by linearisation (the delta method; Owen 2013, Monte
 * Carlo, section 2.7): the influence of a unit is its numerator less the ratio times its denominator, over the mean
 * denominator.
 */
final class RatioEstimate {
    private static final double NORMAL_95 = 1.959964;

    private RatioEstimate() {}

    /**
     * Returns sum(numerators) / sum(denominators).
     *
     * @param numerators one per unit
     * @param denominators one per unit, their sum positive
     */
    static Bootstrap.Interval of(double[] numerators, double[] denominators) {
        int units = numerators.length;
        double below = Arrays.stream(denominators).sum();
        double ratio = Arrays.stream(numerators).sum() / below;
        double squares = 0;
        for (int u = 0; u < units; u++) {
            double influence = (numerators[u] - ratio * denominators[u]) / below;
            squares += influence * influence;
        }
        double half = units < 2 ? Double.POSITIVE_INFINITY : NORMAL_95 * Math.sqrt(squares * units / (units - 1.0));
        return new Bootstrap.Interval(ratio, ratio - half, ratio + half);
    }
}
