package dev.skillpod.core.path.content;

import java.util.Arrays;

/**
 * An expected value, and where the truth is taken to lie with probability 0.9.
 *
 * @param mean the expectation
 * @param lower 5 % quantile
 * @param upper 95 % quantile
 */
public record Estimate(double mean, double lower, double upper) {
    /** Returns the estimate that drawn values make. */
    public static Estimate of(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        int last = sorted.length - 1;
        return new Estimate(
                mean,
                Math.min(mean, sorted[(int) Math.floor(0.05 * last)]),
                Math.max(mean, sorted[(int) Math.ceil(0.95 * last)]));
    }

    /**
     * Returns the same expectation with its interval stretched.
     *
     * @param factor what both halves are multiplied by, above 0
     * @param most the interval stays in [0, most]
     */
    Estimate widened(double factor, double most) {
        return new Estimate(
                mean,
                Math.max(Math.min(0, lower), mean - factor * (mean - lower)),
                Math.min(Math.max(most, upper), mean + factor * (upper - mean)));
    }
}
