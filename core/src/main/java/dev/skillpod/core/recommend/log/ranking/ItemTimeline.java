package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.SparseMatrix;

/**
 * A place for every item on one line, such that items usually taken later lie further on. Immutable and thread-safe.
 *
 * <p>The places minimise {@code sum n_ab (s_b - s_a - 1)^2 + lambda sum s^2}, where n_ab counts how often b came right after a:
 * rankings from pairwise comparisons by least squares (Jiang, Lim, Yao and Ye 2011, "Statistical ranking and combinatorial
 * Hodge theory"). Solved by a fixed number of sweeps of Gauss and Seidel, which is what makes it differ a little from the
 * exact minimum.
 */
final class ItemTimeline {
    private static final int SWEEPS = 40;
    private static final double REGULARIZATION = 3;

    private final double[] places;

    private ItemTimeline(double[] places) {
        this.places = places;
    }

    static ItemTimeline of(SparseMatrix next) {
        SparseMatrix previous = next.transpose();
        var places = new double[next.rows()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int item = 0; item < places.length; item++) {
                double sum = 0;
                double weight = REGULARIZATION;
                for (int p = next.rowStart(item); p < next.rowEnd(item); p++) {
                    sum += next.valueAt(p) * (places[next.columnAt(p)] - 1);
                    weight += next.valueAt(p);
                }
                for (int p = previous.rowStart(item); p < previous.rowEnd(item); p++) {
                    sum += previous.valueAt(p) * (places[previous.columnAt(p)] + 1);
                    weight += previous.valueAt(p);
                }
                places[item] = sum / weight;
            }
        }
        return new ItemTimeline(places);
    }

    /** Returns an item's place, in steps between neighbouring items of a history; around 0. */
    double place(int item) {
        return places[item];
    }

    /** Returns the mean place of the items of a history that end before a position, the three newest of them. */
    double newest(int[] history, int end) {
        int from = Math.max(0, end - 3);
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += places[history[i]];
        }
        return end == from ? 0 : sum / (end - from);
    }
}
