package dev.skillpod.core.recommend.engine;

/** Is told what was ranked. Implementations are thread-safe and cheap: they are called while somebody waits for the list. */
@FunctionalInterface
public interface RankingListener {
    /** Hears nothing. */
    RankingListener NONE = (rows, count) -> {};

    /**
     * Is told the rows of a list before they are put in order.
     *
     * @param rows row-major, as many columns as {@link dev.skillpod.core.recommend.feature.Feature} has; not to be changed or kept
     * @param count rows
     */
    void ranked(double[] rows, int count);
}
