package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.recommend.log.HistoryScorer;

/** The quality of a scorer on held-out items. */
public final class Measure {
    private Measure() {}

    /** Returns the mean NDCG@10 of the held-out items, in [0, 1]; 0 when nobody takes part. */
    public static double ndcg(HistoryScorer scorer, Validation validation, ParallelLoop loop) {
        var gains = new double[validation.size()];
        loop.forEachRange(gains.length, (from, to) -> {
            var scores = new float[scorer.items()];
            for (int i = from; i < to; i++) {
                scorer.scoreAll(validation.history(i), scores);
                gains[i] = Validation.gain(validation.rank(scores, i));
            }
        });
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        return gains.length == 0 ? 0 : sum / gains.length;
    }
}
