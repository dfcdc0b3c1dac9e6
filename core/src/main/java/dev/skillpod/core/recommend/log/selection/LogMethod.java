package dev.skillpod.core.recommend.log.selection;

/** The ways to recommend from a plain log. */
public enum LogMethod {
    /** What validation picks: a method, a blend of methods, or a blend ranked by trees. */
    BEST,
    /** Alternating least squares. */
    ALS,
    /** Item-based nearest neighbours. */
    ITEMKNN,
    /** EASE^R; for too many items, item-based nearest neighbours. */
    EASE,
    /** Popularity, the baseline. */
    POPULAR,
    /** Counted transitions. */
    MARKOV,
    /** The next-item regression; for too many items, counted transitions. */
    SEQUENCE,
    /** Sequence-aware user neighbours. */
    USERKNN
}
