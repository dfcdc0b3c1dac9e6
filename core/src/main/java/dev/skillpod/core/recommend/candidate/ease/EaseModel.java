package dev.skillpod.core.recommend.candidate.ease;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;
import java.util.Arrays;

/** A dense matrix of item-item weights; a score is the sum of the weights of the history's items. Thread-safe. */
public final class EaseModel implements HistoryScorer {
    private final int items;
    private final int stride;
    private final float[] weights;
    private final double recency;
    private final FloatKernels kernels = FloatKernels.best();

    /** Takes over {@code weights}, rows of {@code stride} values: what the row's item says about each column's. */
    EaseModel(int items, int stride, float[] weights, double recency) {
        this.items = items;
        this.stride = stride;
        this.weights = weights;
        this.recency = recency;
    }

    /** Returns the same weights with another recency, see {@link EaseConfig}. */
    public EaseModel withRecency(double exponent) {
        return new EaseModel(items, stride, weights, Recency.require(exponent));
    }

    /** Returns what having {@code from} says about {@code to}; 0 for the same item. */
    public float weight(int from, int to) {
        return weights[from * stride + to];
    }

    /** Returns the exponent by which older items of a history weigh less. */
    public double recency() {
        return recency;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        Arrays.fill(out, 0, items, 0);
        float[] recencies = Recency.weights(history.length, recency);
        for (int i = 0; i < history.length; i++) {
            kernels.axpy(recencies[i], weights, history[i] * stride, out, 0, items);
        }
    }
}
