package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;
import java.util.Arrays;

/** Weights from what came before to what comes next, of a linear regression. Immutable and thread-safe. */
public final class SequenceModel implements HistoryScorer {
    private final SequenceConfig config;
    private final int items;
    private final int stride;
    private final float[] weights;
    private final FloatKernels kernels = FloatKernels.best();

    /** Takes over {@code weights}: a row of {@code stride} values per predictor, a column per item. */
    SequenceModel(SequenceConfig config, int items, int stride, float[] weights) {
        this.config = config;
        this.items = items;
        this.stride = stride;
        this.weights = weights;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        Arrays.fill(out, 0, items, 0);
        int from = Math.max(0, history.length - config.window());
        float[] recencies = Recency.weights(history.length - from, config.recency());
        for (int i = from; i < history.length; i++) {
            kernels.axpy(recencies[i - from], weights, history[i] * stride, out, 0, items);
        }
        if (config.separateLast() && history.length > 0) {
            int last = items + history[history.length - 1];
            kernels.axpy(1, weights, last * stride, out, 0, items);
        }
    }
}
