package dev.skillpod.core.recommend.log;

/** A trained scorer of all items for a user's history. Implementations are immutable and thread-safe. */
public interface HistoryScorer {
    /** Returns the number of items. */
    int items();

    /**
     * Writes a score for every item; higher is better, and only the order within one history means something.
     *
     * @param history distinct items in [0, items), the oldest first; may be empty, which leaves most scorers nothing to
     *     tell the items apart by
     * @param out receives {@link #items()} finite scores; items of the history are scored as well
     */
    void scoreAll(int[] history, float[] out);

    /**
     * Writes a score for every item, as of a time.
     *
     * @param now unix time of the newest interaction of the history, or {@link InteractionLog#NO_TIME}; scorers that do
     *     not look at times, which is the default, leave it alone
     */
    default void scoreAll(int[] history, long now, float[] out) {
        scoreAll(history, out);
    }
}
