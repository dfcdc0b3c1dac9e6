package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;
import java.util.Arrays;

/** Shares of what follows each item; a score sums them over the history, newest first. Immutable and thread-safe. */
public final class TransitionModel implements HistoryScorer {
    private final SparseMatrix counts;
    private final float[] scales;
    private final double recency;

    TransitionModel(SparseMatrix counts, float[] scales, double recency) {
        this.counts = counts;
        this.scales = scales;
        this.recency = recency;
    }

    /** Returns the same transitions with another recency, see {@link TransitionConfig}. */
    public TransitionModel withRecency(double exponent) {
        return new TransitionModel(counts, scales, Recency.require(exponent));
    }

    /** Returns the exponent by which older items of a history weigh less. */
    public double recency() {
        return recency;
    }

    @Override
    public int items() {
        return scales.length;
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        Arrays.fill(out, 0, items(), 0);
        float[] recencies = Recency.weights(history.length, recency);
        for (int i = 0; i < history.length; i++) {
            float factor = recencies[i] * scales[history[i]];
            for (int p = counts.rowStart(history[i]); p < counts.rowEnd(history[i]); p++) {
                out[counts.columnAt(p)] += factor * counts.valueAt(p);
            }
        }
    }
}
