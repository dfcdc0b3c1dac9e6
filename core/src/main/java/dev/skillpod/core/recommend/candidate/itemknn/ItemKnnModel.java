package dev.skillpod.core.recommend.candidate.itemknn;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;
import java.util.Arrays;

/** Every item's nearest items; a score is the summed likeness to the history's items. Immutable and thread-safe. */
public final class ItemKnnModel implements HistoryScorer {
    private final SparseMatrix weights;
    private final double recency;

    /** {@code weights} holds in row i, column j the likeness of i where it is among the nearest of j. */
    ItemKnnModel(SparseMatrix weights, double recency) {
        this.weights = weights;
        this.recency = recency;
    }

    /** Returns the same neighbours with another recency, see {@link ItemKnnConfig}. */
    public ItemKnnModel withRecency(double exponent) {
        return new ItemKnnModel(weights, Recency.require(exponent));
    }

    /** Returns the exponent by which older items of a history weigh less. */
    public double recency() {
        return recency;
    }

    @Override
    public int items() {
        return weights.rows();
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        Arrays.fill(out, 0, items(), 0);
        float[] recencies = Recency.weights(history.length, recency);
        for (int i = 0; i < history.length; i++) {
            for (int p = weights.rowStart(history[i]); p < weights.rowEnd(history[i]); p++) {
                out[weights.columnAt(p)] += recencies[i] * weights.valueAt(p);
            }
        }
    }
}
