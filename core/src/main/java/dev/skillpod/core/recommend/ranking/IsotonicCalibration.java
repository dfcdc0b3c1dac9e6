package dev.skillpod.core.recommend.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Turns scores into probabilities by a rising step curve, joined by straight lines: pool-adjacent-violators (Zadrozny and
 * Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability Estimates", 2002).
 *
 * @param scores knots, rising; at least one
 * @param probabilities the probability at each knot, never falling, in [0, 1]
 */
public record IsotonicCalibration(double[] scores, double[] probabilities) {
    /** Pools closer than this many observations are merged, so that no step rests on a handful. */
    private static final int MIN_POOL = 50;

    /**
     * Fits the curve.
     *
     * @param scores one score per observation
     * @param happened whether it happened, one per observation
     */
    public static IsotonicCalibration fit(double[] scores, boolean[] happened) {
        if (scores.length == 0) {
            return new IsotonicCalibration(new double[] {0, 1}, new double[] {0, 1});
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var sumScore = new double[order.length];
        var hits = new double[order.length];
        var weight = new double[order.length];
        int pools = 0;
        for (int i : order) {
            sumScore[pools] = scores[i];
            hits[pools] = happened[i] ? 1 : 0;
            weight[pools++] = 1;
            while (pools > 1 && mustMerge(hits, weight, pools)) {
                pools = merge(sumScore, hits, weight, pools);
            }
        }
        if (pools > 1 && weight[pools - 1] < MIN_POOL) {
            pools = merge(sumScore, hits, weight, pools);
        }
        var knots = new double[pools];
        var probabilities = new double[pools];
        for (int p = 0; p < pools; p++) {
            knots[p] = sumScore[p] / weight[p];
            probabilities[p] = (hits[p] + 1e-9) / (weight[p] + 2e-9);
        }
        return new IsotonicCalibration(knots, probabilities);
    }

    /** Merges the last pool into the one before and returns how many are left. */
    private static int merge(double[] sumScore, double[] hits, double[] weight, int pools) {
        int last = pools - 1;
        sumScore[last - 1] += sumScore[last];
        hits[last - 1] += hits[last];
        weight[last - 1] += weight[last];
        return last;
    }

    private static boolean mustMerge(double[] hits, double[] weight, int pools) {
        int last = pools - 1;
        return weight[last - 1] < MIN_POOL || hits[last - 1] * weight[last] >= hits[last] * weight[last - 1];
    }

    /** Returns the probability at a score; flat outside the knots. */
    public double probability(double score) {
        int at = Arrays.binarySearch(scores, score);
        if (at >= 0) {
            return probabilities[at];
        }
        int right = -at - 1;
        if (right == 0) {
            return probabilities[0];
        }
        if (right == scores.length) {
            return probabilities[right - 1];
        }
        double share = (score - scores[right - 1]) / (scores[right] - scores[right - 1]);
        return probabilities[right - 1] + share * (probabilities[right] - probabilities[right - 1]);
    }
}
