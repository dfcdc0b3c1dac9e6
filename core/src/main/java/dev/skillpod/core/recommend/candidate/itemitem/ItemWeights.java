package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;
import java.util.stream.IntStream;

/**
 * What having one item says about others, of each item the strongest weights only; a score is their sum over a history,
 * newer items weighing more. Immutable and thread-safe.
 */
public final class ItemWeights {
    private final SparseMatrix weights;
    private final double recency;

    ItemWeights(SparseMatrix weights, double recency) {
        this.weights = weights;
        this.recency = Recency.require(recency);
    }

    /** Returns weights that say nothing of any item. */
    public static ItemWeights none(int items) {
        return new ItemWeights(SparseMatrix.builder(items, items).build(), 0);
    }

    /**
     * Keeps the strongest weights of a linear model: one whose score of a history is the weighted sum of the scores of its
     * items.
     *
     * @param model the whole model
     * @param strongest the most weights kept per item, by absolute value, at least 1
     * @param recency exponent by which older items of a history weigh less, in [0, 10]
     */
    public static ItemWeights strongest(HistoryScorer model, int strongest, double recency) {
        int items = model.items();
        var kept = SparseMatrix.builder(items, items);
        var row = new float[items];
        for (int item = 0; item < items; item++) {
            model.scoreAll(new int[] {item}, row);
            var top = new TopK(strongest);
            for (int other = 0; other < items; other++) {
                if (row[other] != 0 && other != item) {
                    top.offer(other, Math.abs(row[other]));
                }
            }
            for (int other : top.indices()) {
                kept.add(item, other, row[other]);
            }
        }
        return new ItemWeights(kept.build(), recency);
    }

    /** Returns the number of items. */
    public int items() {
        return weights.rows();
    }

    /** Returns the exponent by which older items of a history weigh less. */
    public double recency() {
        return recency;
    }

    SparseMatrix matrix() {
        return weights;
    }

    /**
     * Returns the same weights for another numbering of the items.
     *
     * @param to for each item its new number, or -1 for an item that is gone
     * @param count the number of items after it, at least all of {@code to}; those that no item becomes have no weights
     */
    public ItemWeights renumbered(int[] to, int count) {
        var moved = SparseMatrix.builder(count, count);
        for (int item = 0; item < Math.min(items(), to.length); item++) {
            for (int p = weights.rowStart(item); p < weights.rowEnd(item); p++) {
                int other = weights.columnAt(p);
                if (to[item] >= 0 && other < to.length && to[other] >= 0) {
                    moved.add(to[item], to[other], weights.valueAt(p));
                }
            }
        }
        return new ItemWeights(moved.build(), recency);
    }

    /** Returns the same weights among more items, the new ones without any; {@code count} is at least {@link #items()}. */
    public ItemWeights of(int count) {
        return renumbered(IntStream.range(0, items()).toArray(), count);
    }

    /**
     * Scores every item for a history.
     *
     * @param history distinct items, the newest last
     * @return unknown when no item of the history has any weight
     */
    public Taste taste(int[] history) {
        var scores = new float[items()];
        float[] recencies = Recency.weights(history.length, recency);
        boolean known = false;
        for (int i = 0; i < history.length; i++) {
            int end = weights.rowEnd(history[i]);
            for (int p = weights.rowStart(history[i]); p < end; p++) {
                scores[weights.columnAt(p)] += recencies[i] * weights.valueAt(p);
                known = true;
            }
        }
        return new Taste(scores, known);
    }

    /** Returns the weights as bytes, see {@link #fromBytes}. */
    public byte[] toBytes() {
        return ItemWeightsFormat.write(this);
    }

    /**
     * Reads weights.
     *
     * @throws IllegalArgumentException when the bytes are not what {@link #toBytes} wrote
     */
    public static ItemWeights fromBytes(byte[] bytes) {
        return ItemWeightsFormat.read(bytes);
    }
}
