package dev.skillpod.core.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Percentile bootstrap of a mean (Efron 1979). */
public final class Bootstrap {
    private static final int REPLICATES = 2000;

    /**
     * A mean with its 95 % interval.
     *
     * @param mean the mean of the sample
     * @param lower 2.5 % quantile of the resampled means
     * @param upper 97.5 % quantile of the resampled means
     */
    public record Interval(double mean, double lower, double upper) {}

    private Bootstrap() {}

    /**
     * Returns the mean of a sample with its interval.
     *
     * @param sample independent observations, at least one
     */
    public static Interval mean(double[] sample, RandomGenerator random) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample must hold at least one value");
        }
        var means = new double[REPLICATES];
        for (int b = 0; b < REPLICATES; b++) {
            double sum = 0;
            for (int i = 0; i < sample.length; i++) {
                sum += sample[random.nextInt(sample.length)];
            }
            means[b] = sum / sample.length;
        }
        Arrays.sort(means);
        return new Interval(
                Arrays.stream(sample).average().orElseThrow(),
                means[(int) (0.025 * REPLICATES)],
                means[(int) (0.975 * REPLICATES)]);
    }
}
