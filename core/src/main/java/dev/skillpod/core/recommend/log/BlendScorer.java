package dev.skillpod.core.recommend.log;

import java.util.Arrays;
import java.util.List;

/**
 * A weighted sum of scorers, each brought to mean 0 and standard deviation 1 over the items outside the history, because
 * their scales have nothing in common. Immutable and thread-safe.
 */
public final class BlendScorer implements HistoryScorer {
    private final List<? extends HistoryScorer> parts;
    private final double[] weights;

    /**
     * Blends scorers of the same items.
     *
     * @param parts at least one
     * @param weights one per part
     */
    public BlendScorer(List<? extends HistoryScorer> parts, double[] weights) {
        if (parts.isEmpty() || parts.size() != weights.length) {
            throw new IllegalArgumentException("parts and weights must be as many and at least one, were "
                    + parts.size() + " and " + weights.length);
        }
        this.parts = List.copyOf(parts);
        this.weights = weights.clone();
    }

    @Override
    public int items() {
        return parts.getFirst().items();
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        var part = new float[items()];
        Arrays.fill(out, 0, items(), 0);
        for (int i = 0; i < weights.length; i++) {
            parts.get(i).scoreAll(history, part);
            standardise(part, items(), history);
            for (int item = 0; item < items(); item++) {
                out[item] += (float) (weights[i] * part[item]);
            }
        }
    }

    /**
     * Shifts and scales scores so that those outside the history have mean 0 and deviation 1; all alike become 0.
     *
     * @param scores changed in place
     * @param items how many of the scores count, from the first
     * @param history distinct items
     */
    public static void standardise(float[] scores, int items, int[] history) {
        double sum = 0;
        double squares = 0;
        for (int item = 0; item < items; item++) {
            sum += scores[item];
            squares += (double) scores[item] * scores[item];
        }
        for (int item : history) {
            sum -= scores[item];
            squares -= (double) scores[item] * scores[item];
        }
        int count = Math.max(1, items - history.length);
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        double scale = variance > 1e-12 * (1e-18 + mean * mean) ? 1 / Math.sqrt(variance) : 0;
        for (int item = 0; item < items; item++) {
            scores[item] = (float) ((scores[item] - mean) * scale);
        }
    }
}
