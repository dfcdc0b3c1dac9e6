package dev.skillpod.core.recommend.log.selection;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** A climb along an ascending grid of settings, from its middle to the nearest peak. */
final class GridSearch {
    private GridSearch() {}

    /** A candidate with its measure. */
    record Found<T>(T candidate, double value) {}

    /** Returns the best candidate met; makes as few as the climb needs. */
    static <T> Found<T> climb(double[] grid, int start, DoubleFunction<T> make, ToDoubleFunction<T> measure) {
        T first = make.apply(grid[start]);
        var best = new Found<>(first, measure.applyAsDouble(first));
        for (int direction : new int[] {1, -1}) {
            boolean moved = false;
            for (int i = start + direction; i >= 0 && i < grid.length; i += direction) {
                T candidate = make.apply(grid[i]);
                double value = measure.applyAsDouble(candidate);
                if (value <= best.value()) {
                    break;
                }
                best = new Found<>(candidate, value);
                moved = true;
            }
            if (moved) {
                break;
            }
        }
        return best;
    }
}
