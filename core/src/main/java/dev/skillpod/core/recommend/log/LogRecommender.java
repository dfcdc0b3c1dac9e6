package dev.skillpod.core.recommend.log;

import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.TopK;
import java.util.Arrays;
import java.util.List;

/**
 * Lists and scores for the users of a log. Immutable and thread-safe.
 *
 * <p>Users without a history get the items by popularity: nothing else is known about them.
 */
public final class LogRecommender {
    private final InteractionLog log;
    private final HistoryScorer scorer;
    private final HistoryScorer popularity;

    /** Recommends from {@code log} by {@code scorer}, which knows the same items. */
    public LogRecommender(InteractionLog log, HistoryScorer scorer) {
        this.log = log;
        this.scorer = scorer;
        this.popularity = PopularityScorer.of(log, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the items with the highest scores that the user does not have; ties go to the item that appeared first.
     *
     * @param user in [0, users), or -1 for a user the log does not know
     * @param top how many at most, at least 1
     * @return fewer than {@code top} when the user has nearly everything
     */
    public List<Hit> top(int user, int top) {
        float[] scores = scores(user);
        int[] seen = user < 0 ? new int[0] : log.history(user);
        Arrays.sort(seen);
        var best = new TopK(Math.min(top, log.items()));
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > best.threshold() && Arrays.binarySearch(seen, item) < 0) {
                best.offer(item, scores[item]);
            }
        }
        return best.hits();
    }

    /**
     * Returns a score for every item, comparable within one user only; items the user has are scored as well.
     *
     * @param user in [0, users), or -1 for a user the log does not know
     */
    public float[] scores(int user) {
        var scores = new float[log.items()];
        if (user < 0 || log.length(user) == 0) {
            popularity.scoreAll(new int[0], scores);
        } else {
            scorer.scoreAll(log.history(user), log.timeAt(log.end(user) - 1), scores);
        }
        return scores;
    }
}
