package dev.skillpod.app.evaluation;

import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.selection.RankingTask;

/**
 * A log, and for each of some users one item that it does not hold.
 *
 * @param log the training part
 * @param users users of the log
 * @param targets the held-out item of each of them, or -1 for one that nobody in the log took: it can only be missed
 * @param others the items that the held-out one is ranked among, one row per user; empty when all unseen items are
 */
public record HeldOutItems(InteractionLog log, int[] users, int[] targets, int[][] others) {
    public HeldOutItems {
        if (users.length == 0 || users.length != targets.length) {
            throw new IllegalArgumentException(
                    "users must be at least one, with a target each; were " + users.length + " and " + targets.length);
        }
        if (others.length != 0 && others.length != users.length) {
            throw new IllegalArgumentException("others must be empty or one row per user, was " + others.length);
        }
    }

    /** Returns what the ranking is among. */
    public RankingTask task() {
        return others.length == 0 ? RankingTask.ALL_ITEMS : RankingTask.GIVEN_POOL;
    }
}
