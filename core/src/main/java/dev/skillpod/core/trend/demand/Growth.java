package dev.skillpod.core.trend.demand;

import dev.skillpod.core.math.Normal;

/**
 * How much the postings of a skill will change within a year: those of the same months a year after the latest known three, over
 * those of the latest three, minus 1. The same calendar months stand on both sides, so that no season has to be taken out.
 *
 * <p>Half a posting is added on both sides, so that growth from nothing is finite and a skill with a handful of postings does not
 * double by one more. The errors of neighbouring months count as fully dependent, which makes the interval rather too wide than
 * too narrow.
 *
 * @param expected the expected growth, at least −1; 0.08 is 8 %
 * @param lower the lower end of the interval that holds the growth with probability 0.8
 * @param upper its upper end
 */
public record Growth(double expected, double lower, double upper) {
    /** Changes up to this size count as none. */
    public static final double THRESHOLD = 0.03;

    /** How probable a change has to be to give the trend its direction. */
    public static final double PROBABLE = 2.0 / 3;

    /** The probability that the growth lies in the interval. */
    public static final double COVERAGE = 0.8;

    private static final double QUANTILE_90 = Normal.quantile(0.9);
    private static final double QUANTILE_80 = Normal.quantile(0.8);

    public Growth {
        if (!(lower <= expected && expected <= upper)) {
            throw new IllegalArgumentException(
                    "expected must be in [" + lower + ", " + upper + "], the interval, was " + expected);
        }
    }

    /** Returns the growth that is exceeded with probability 0.8. */
    public double atLeast() {
        return expected - QUANTILE_80 / QUANTILE_90 * (expected - lower);
    }

    /** Returns the growth that is not reached with probability 0.8. */
    public double atMost() {
        return expected + QUANTILE_80 / QUANTILE_90 * (upper - expected);
    }

    /**
     * Returns the probability that the growth exceeds a value: that of a normal distribution around the expected growth, as wide
     * below and above it as the interval is on that side.
     */
    public double probabilityAbove(double value) {
        double side = value >= expected ? upper - expected : expected - lower;
        if (side <= 0) {
            return value < expected ? 1 : 0;
        }
        return 1 - Normal.cumulative((value - expected) / (side / QUANTILE_90));
    }

    /** Returns where the demand is going. */
    public TrendDirection direction() {
        if (probabilityAbove(THRESHOLD) >= PROBABLE) {
            return TrendDirection.RISING;
        }
        return 1 - probabilityAbove(-THRESHOLD) >= PROBABLE ? TrendDirection.DECLINING : TrendDirection.STABLE;
    }
}
