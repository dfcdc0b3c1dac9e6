package dev.skillpod.core.recommend.log.ranking;

/**
 * An item that was held out of a log, with what remains of its user's history.
 *
 * @param history distinct items, the oldest first; not to be changed
 * @param now unix time of the history's newest item, or {@link dev.skillpod.core.recommend.log.InteractionLog#NO_TIME}
 * @param target the held-out item
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record HeldOutItem(int[] history, long now, int target) {}
