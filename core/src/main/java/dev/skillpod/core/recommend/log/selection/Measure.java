package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.recommend.log.HistoryScorer;

/** The quality of a scorer on held-out items. */
public final class Measure {
    private Measure() {}

    /** Returns the mean NDCG@10 of the held-out items, in [0, 1]; 0 when nobody takes part. */
    public static double ndcg(HistoryScorer scorer, Validation validation, ParallelLoop loop) {
        return mean(gains(scorer, validation, loop));
    }

    /** Returns the NDCG@10 of each held-out item. */
    static double[] gains(HistoryScorer scorer, Validation validation, ParallelLoop loop) {
        var gains = new double[validation.size()];
        loop.forEachRange(gains.length, (from, to) -> {
            var scores = new float[scorer.items()];
            for (int i = from; i < to; i++) {
                scorer.scoreAll(validation.history(i), validation.now(i), scores);
                gains[i] = Validation.gain(validation.rank(scores, i));
            }
        });
        return gains;
    }

    /** Returns the mean of values; 0 when there are none. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /** Returns by how many standard errors the first of two paired samples has the higher mean; 0 when they are equal. */
    static double lead(double[] first, double[] second) {
        double difference = mean(first) - mean(second);
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            double deviation = first[i] - second[i] - difference;
            squares += deviation * deviation;
        }
        double error = Math.sqrt(squares / Math.max(1, first.length - 1) / Math.max(1, first.length));
        return difference == 0 ? 0 : difference / Math.max(error, 1e-12);
    }
}
