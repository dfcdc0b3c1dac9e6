package dev.skillpod.core.math;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded selector that keeps the {@code capacity} best of the scores offered to it.
 *
 * <p>The order is total, hence the result does not depend on the order of the offers: the higher score is better, and of
 * equal scores the lower index. NaN is never kept. Memory is two arrays of {@code capacity}; an offer that is not kept
 * costs one comparison. Not thread-safe; {@link #clear()} makes it reusable.
 */
public final class TopK {
    // A binary heap whose root is the worst of those kept.
    private final int[] indices;
    private final float[] scores;
    private int size;

    /**
     * Creates an empty selector.
     *
     * @param capacity how many to keep, at least 1
     * @throws IllegalArgumentException when {@code capacity} is less than 1
     */
    public TopK(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        indices = new int[capacity];
        scores = new float[capacity];
    }

    /** Returns how many are kept, in [0, capacity]. */
    public int size() {
        return size;
    }

    /** Returns the score below which nothing is kept any more: the worst kept when full, else negative infinity. */
    public float threshold() {
        return size < indices.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    /**
     * Offers one scored index.
     *
     * @param index any number that tells the offers apart; each at most once
     * @return whether it is kept for now
     */
    public boolean offer(int index, float score) {
        if (Float.isNaN(score)) {
            return false;
        }
        if (size < indices.length) {
            siftUp(size++, index, score);
            return true;
        }
        if (!better(score, index, scores[0], indices[0])) {
            return false;
        }
        siftDown(0, index, score);
        return true;
    }

    /** Returns those kept, best first. */
    public List<Hit> hits() {
        int[] order = indices();
        float[] sorted = scores();
        var hits = new ArrayList<Hit>(order.length);
        for (int i = 0; i < order.length; i++) {
            hits.add(new Hit(order[i], sorted[i]));
        }
        return List.copyOf(hits);
    }

    /** Returns the indices kept, best first, as a new array. */
    public int[] indices() {
        sortBestFirst();
        var sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = indices[size - 1 - i];
        }
        return sorted;
    }

    /** Returns the scores kept, best first, as a new array. */
    public float[] scores() {
        sortBestFirst();
        var sorted = new float[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = scores[size - 1 - i];
        }
        return sorted;
    }

    /** Forgets everything. */
    public void clear() {
        size = 0;
    }

    /* Worst first, which is also a valid heap with the worst at the root: offers may go on afterwards. */
    private void sortBestFirst() {
        int kept = size;
        for (int end = kept - 1; end > 0; end--) {
            int index = indices[end];
            float score = scores[end];
            indices[end] = indices[0];
            scores[end] = scores[0];
            size = end;
            siftDown(0, index, score);
        }
        size = kept;
        for (int i = 0, j = kept - 1; i < j; i++, j--) {
            int index = indices[i];
            float score = scores[i];
            indices[i] = indices[j];
            scores[i] = scores[j];
            indices[j] = index;
            scores[j] = score;
        }
    }

    private void siftUp(int from, int index, float score) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!better(scores[parent], indices[parent], score, index)) {
                break;
            }
            indices[at] = indices[parent];
            scores[at] = scores[parent];
            at = parent;
        }
        indices[at] = index;
        scores[at] = score;
    }

    private void siftDown(int from, int index, float score) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && better(scores[child], indices[child], scores[child + 1], indices[child + 1])) {
                child++;
            }
            if (!better(score, index, scores[child], indices[child])) {
                break;
            }
            indices[at] = indices[child];
            scores[at] = scores[child];
            at = child;
        }
        indices[at] = index;
        scores[at] = score;
    }

    private static boolean better(float score, int index, float otherScore, int otherIndex) {
        return score > otherScore || (score == otherScore && index < otherIndex);
    }
}
