package dev.skillpod.core.recommend.log.selection;

/** What scores are wanted for; the validation imitates it, because the two favour different methods. */
public enum RankingTask {
    /** Lists out of the whole catalogue. */
    ALL_ITEMS,
    /** The order within a small given pool; imitated by 99 random items beside the held-out one. */
    GIVEN_POOL
}
