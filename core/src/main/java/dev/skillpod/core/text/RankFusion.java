package dev.skillpod.core.text;

import dev.skillpod.core.math.TopK;
import java.util.List;
import java.util.TreeMap;

/**
 * Reciprocal-rank fusion: one ranking out of several whose scores have different units (Cormack, Clarke and Büttcher 2009).
 * What stands at rank r of a list, from 1, gets {@code 1 / (60 + r)}; the sums decide.
 */
public final class RankFusion {
    private static final double OFFSET = 60;

    private RankFusion() {}

    /**
     * Fuses rankings.
     *
     * @param rankings indexes, best first, each at most once per ranking
     * @param limit the most to keep, at least 1
     * @return the best with their sums; of equal ones the lower index first
     */
    public static TopK fuse(List<int[]> rankings, int limit) {
        var sums = new TreeMap<Integer, Double>();
        for (int[] ranking : rankings) {
            for (int r = 0; r < ranking.length; r++) {
                sums.merge(ranking[r], 1 / (OFFSET + r + 1), Double::sum);
            }
        }
        var top = new TopK(limit);
        sums.forEach((index, sum) -> top.offer(index, sum.floatValue()));
        return top;
    }
}
