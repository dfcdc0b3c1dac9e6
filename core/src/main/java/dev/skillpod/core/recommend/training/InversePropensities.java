package dev.skillpod.core.recommend.training;

import java.util.Arrays;
import java.util.List;

/**
 * How much each logged impression stands for: the inverse of its logged propensity, clipped (Ionides 2008) at a few times the
 * median and normalised to a mean of 1 (Swaminathan and Joachims 2015). What the logging policy showed rarely counts for more,
 * so that what is learnt is not what it liked to show. An impression without a logged propensity counts 1: there only the
 * estimated position bias is corrected for.
 */
final class InversePropensities {
    private static final double MOST_MEDIANS = 5;

    private final double cap;
    private final double mean;

    private InversePropensities(double cap, double mean) {
        this.cap = cap;
        this.mean = mean;
    }

    /** Finds the clip and the norm of a log. */
    static InversePropensities fit(List<ShownList> lists) {
        double[] inverse = lists.stream()
                .flatMapToDouble(l -> Arrays.stream(l.propensities()))
                .filter(p -> !Double.isNaN(p))
                .map(p -> 1 / p)
                .sorted()
                .toArray();
        if (inverse.length == 0) {
            return new InversePropensities(1, 1);
        }
        double cap = MOST_MEDIANS * inverse[inverse.length / 2];
        return new InversePropensities(
                cap, Arrays.stream(inverse).map(w -> Math.min(w, cap)).average().orElse(1));
    }

    /** Returns what an impression stands for; the mean over those with a logged propensity is 1. */
    double weight(double propensity) {
        return Double.isNaN(propensity) ? 1 : Math.min(1 / propensity, cap) / mean;
    }
}
