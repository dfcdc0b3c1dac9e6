package dev.skillpod.core.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002). */
public final class Ndcg {
    private Ndcg() {}

    /**
     * Returns what a gain counts for at a rank: 1 at the first, less and less below.
     *
     * @param rank from 0
     * @return log 2 / log(rank + 2), in (0, 1]
     */
    public static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    /**
     * Returns the NDCG of the first {@code k} items when ordered by falling score; ties keep their order.
     *
     * @param scores one per item
     * @param gains one per item, at least 0
     * @return a value in [0, 1], or empty when no item has a gain
     */
    public static OptionalDouble at(int k, double[] scores, double[] gains) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ideal = Arrays.stream(gains).map(g -> -g).sorted().map(g -> -g).toArray();
        double reached = 0;
        double possible = 0;
        for (int r = 0; r < Math.min(k, gains.length); r++) {
            double discount = discount(r);
            reached += gains[order[r]] * discount;
            possible += ideal[r] * discount;
        }
        return possible > 0 ? OptionalDouble.of(reached / possible) : OptionalDouble.empty();
    }
}
