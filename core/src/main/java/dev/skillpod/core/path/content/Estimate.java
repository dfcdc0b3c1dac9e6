package dev.skillpod.core.path.content;

import java.util.Arrays;

/**
 * An expected value, and where the truth lies with probability 0.9 according to the learner model.
 *
 * @param mean the expectation
 * @param lower 5 % quantile
 * @param upper 95 % quantile
 */
public record Estimate(double mean, double lower, double upper) {
    /** Returns the estimate that drawn values make. */
    static Estimate of(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        int last = sorted.length - 1;
        return new Estimate(
                mean,
                Math.min(mean, sorted[(int) Math.floor(0.05 * last)]),
                Math.max(mean, sorted[(int) Math.ceil(0.95 * last)]));
    }
}
