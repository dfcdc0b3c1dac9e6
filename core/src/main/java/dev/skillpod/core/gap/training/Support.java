package dev.skillpod.core.gap.training;

import dev.skillpod.core.gap.value.Interval;

/** How far an estimate can be trusted. */
final class Support {
    /** Fewer comparable applications than this support no estimate. */
    static final double LEAST_COMPARABLE = 5;

    /** Half the width of an interval, as a probability, at which confidence has fallen to a half. */
    private static final double HALF_WIDTH = 0.05;

    /** Comparable applications at which confidence has risen to a half. */
    private static final double HALF_COMPARABLE = 15;

    private Support() {}

    /**
     * Returns the confidence: {@code 1 / (1 + (w / 0.05)^2) * m / (m + 15)}, with half the interval's width w and m comparable
     * applications, those of learners who had the level.
     *
     * @return a value in [0, 1]
     */
    static double confidence(Interval increase, double comparable) {
        double width = (increase.upper() - increase.lower()) / 2 / HALF_WIDTH;
        return 1 / (1 + width * width) * comparable / (comparable + HALF_COMPARABLE);
    }
}
