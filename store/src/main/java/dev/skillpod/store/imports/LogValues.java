package dev.skillpod.store.imports;

import java.util.List;
import java.util.function.DoublePredicate;

/** What the values of an interaction log mean. */
public enum LogValues {
    /** Decide by the first 1,000 rows. */
    AUTO,
    /** Ratings from 0.5 to 5, as of something finished. */
    RATING,
    /** Positive counts or ones: the item was used. */
    IMPLICIT,
    /** The part done, from 0 to 1. */
    PROGRESS;

    private static final double NEARLY_ALL = 0.99;

    /**
     * Decides by a sample, of which 1 in 100 values may be wrong: zeros and ones (or no values) are implicit, values in [0, 1]
     * progress, half stars from 0.5 to 5 ratings, everything else implicit.
     */
    static LogValues of(List<Double> sample) {
        if (nearlyAll(sample, v -> v == 0 || v == 1)) {
            return IMPLICIT;
        }
        if (nearlyAll(sample, v -> v >= 0 && v <= 1)) {
            return PROGRESS;
        }
        return nearlyAll(sample, v -> v >= 0.5 && v <= 5 && v * 2 == Math.rint(v * 2)) ? RATING : IMPLICIT;
    }

    private static boolean nearlyAll(List<Double> sample, DoublePredicate rule) {
        return sample.stream().filter(rule::test).count() >= NEARLY_ALL * sample.size();
    }
}
