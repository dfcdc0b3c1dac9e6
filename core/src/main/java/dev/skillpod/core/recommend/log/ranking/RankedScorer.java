package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;

/**
 * Orders the items of a {@link Shortlist} by trees; all others follow in the order of the blend. Immutable and thread-safe.
 */
public final class RankedScorer implements HistoryScorer {
    private final Shortlist.Maker lists;
    private final RankingRows rows;
    private final TreeEnsemble trees;

    /**
     * Joins the two stages.
     *
     * @param parts scorers of the same items, in the order of the columns' names
     * @param weights of the blend, one per part
     * @param rows columns as the trees know them
     */
    public RankedScorer(List<HistoryScorer> parts, double[] weights, RankingRows rows, TreeEnsemble trees) {
        if (!trees.featureNames().equals(rows.names())) {
            throw new IllegalArgumentException(
                    "the trees must know the columns " + rows.names() + ", knew " + trees.featureNames());
        }
        this.lists = new Shortlist.Maker(List.copyOf(parts), weights.clone());
        this.rows = rows;
        this.trees = trees;
    }

    @Override
    public int items() {
        return lists.parts().getFirst().items();
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        scoreAll(history, InteractionLog.NO_TIME, out);
    }

    @Override
    public void scoreAll(int[] history, long now, float[] out) {
        Shortlist list = lists.of(history, now);
        int count = list.items().length;
        var relevance = new double[count];
        trees.predictRaw(rows.of(list, history, now), count, relevance);
        float highest = 0;
        for (int item = 0; item < items(); item++) {
            out[item] = list.blend()[item];
            highest = Math.max(highest, out[item]);
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : relevance) {
            lowest = Math.min(lowest, value);
        }
        // The first of the others may score as high as the last of the list, but not higher.
        for (int i = 0; i < count; i++) {
            out[list.items()[i]] = (float) (highest + 1 + relevance[i] - lowest);
        }
    }
}
