package dev.skillpod.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.random.RandomGenerator;

/**
 * Percentile bootstrap (Efron 1979) of the difference of two means over the same observations, drawn by groups that belong
 * together: the observations of one learner are not independent, so learners are drawn and not observations.
 */
public final class PairedBootstrap {
    private static final int REPLICATES = 2000;

    private PairedBootstrap() {}

    /**
     * Two means and the 95 % interval of their difference.
     *
     * @param first mean of the first
     * @param second mean of the second
     * @param lower 2.5 % quantile of second minus first
     * @param upper 97.5 % quantile of it
     * @param groups how many groups were drawn from
     */
    public record Difference(double first, double second, double lower, double upper, int groups) {
        /** Returns second minus first. */
        public double change() {
            return second - first;
        }
    }

    /**
     * Compares two measurements of the same observations.
     *
     * @param first one finite value per observation, at least one
     * @param second likewise, in the same order
     * @param group what each observation belongs to
     */
    public static Difference of(double[] first, double[] second, long[] group, RandomGenerator random) {
        if (first.length == 0 || first.length != second.length || first.length != group.length) {
            throw new IllegalArgumentException("first, second and group must have one length of at least 1, had "
                    + first.length + ", " + second.length + " and " + group.length);
        }
        var places = new HashMap<Long, Integer>();
        var of = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            of[i] = places.computeIfAbsent(group[i], g -> places.size());
        }
        var sum = new double[places.size()];
        var count = new int[sum.length];
        for (int i = 0; i < of.length; i++) {
            sum[of[i]] += second[i] - first[i];
            count[of[i]]++;
        }
        var changes = new double[REPLICATES];
        for (int b = 0; b < REPLICATES; b++) {
            double total = 0;
            long drawn = 0;
            for (int g = 0; g < sum.length; g++) {
                int at = random.nextInt(sum.length);
                total += sum[at];
                drawn += count[at];
            }
            changes[b] = total / drawn;
        }
        Arrays.sort(changes);
        return new Difference(
                Arrays.stream(first).average().orElseThrow(),
                Arrays.stream(second).average().orElseThrow(),
                changes[(int) (0.025 * REPLICATES)],
                changes[(int) (0.975 * REPLICATES)],
                sum.length);
    }
}
