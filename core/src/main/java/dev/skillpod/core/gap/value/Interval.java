package dev.skillpod.core.gap.value;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the estimate
 * @param lower exceeded by the truth with probability 0.975, at most {@code value}
 * @param upper not reached by the truth with probability 0.975, at least {@code value}
 */
public record Interval(double value, double lower, double upper) {
    public Interval {
        if (!(lower <= value && value <= upper)) {
            throw new IllegalArgumentException(
                    "an interval must be lower <= value <= upper, was " + lower + ", " + value + ", " + upper);
        }
    }
}
