package dev.skillpod.core.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of predicted probabilities. */
public final class Probabilities {
    private static final int BINS = 10;

    private Probabilities() {}

    /**
     * Returns the area under the ROC curve: how often what happened was given more than what did not; ties count half.
     *
     * @return a value in [0, 1]; 0.5 when only one class occurs
     */
    public static double auc(double[] predicted, boolean[] happened) {
        int[] order = byPrediction(predicted);
        double positives = 0;
        double rankSum = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            int hits = 0;
            while (end < order.length && predicted[order[end]] == predicted[order[i]]) {
                hits += happened[order[end]] ? 1 : 0;
                end++;
            }
            rankSum += hits * (i + end + 1) / 2.0;
            positives += hits;
            i = end;
        }
        double negatives = order.length - positives;
        return positives == 0 || negatives == 0
                ? 0.5
                : (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Returns the expected calibration error over ten bins of equal size: mean distance of predicted and observed rate. */
    public static double calibrationError(double[] predicted, boolean[] happened) {
        int[] order = byPrediction(predicted);
        double error = 0;
        for (int b = 0; b < BINS; b++) {
            int from = b * order.length / BINS;
            int to = (b + 1) * order.length / BINS;
            double expected = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                expected += predicted[order[i]];
                observed += happened[order[i]] ? 1 : 0;
            }
            error += Math.abs(expected - observed) / Math.max(1, order.length);
        }
        return error;
    }

    private static int[] byPrediction(double[] predicted) {
        return IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
