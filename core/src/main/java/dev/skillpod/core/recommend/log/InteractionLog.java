package dev.skillpod.core.recommend.log;

import java.util.Arrays;

/**
 * Who took which item, in which order: every user's distinct items, the oldest first.
 *
 * <p>Users and items are numbers in order of first appearance. A user's repeated item counts once, at its latest place.
 * Immutable and thread-safe.
 */
public final class InteractionLog {
    /** The time of an interaction without one. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final int items;
    private final int[] starts;
    private final int[] itemAt;
    private final long[] timeAt;
    private final boolean ordered;
    private final boolean timed;

    /** Takes over the arrays; {@code timeAt} is empty when there are no times. */
    InteractionLog(int items, int[] starts, int[] itemAt, long[] timeAt, boolean ordered) {
        this.items = items;
        this.starts = starts;
        this.itemAt = itemAt;
        this.timeAt = timeAt;
        this.timed = timeAt.length > 0;
        this.ordered = ordered;
    }

    /** Returns the number of users. */
    public int users() {
        return starts.length - 1;
    }

    /** Returns the number of items. */
    public int items() {
        return items;
    }

    /** Returns the number of distinct pairs of user and item. */
    public int entries() {
        return itemAt.length;
    }

    /** Returns whether the order within a history means something; without it a history is a set. */
    public boolean ordered() {
        return ordered;
    }

    /** Returns whether interactions have times. */
    public boolean timed() {
        return timed;
    }

    /** Returns the number of items of a user. */
    public int length(int user) {
        return starts[user + 1] - starts[user];
    }

    /** Returns the position of a user's oldest item; the others follow it. */
    public int start(int user) {
        return starts[user];
    }

    /** Returns the position after a user's newest item. */
    public int end(int user) {
        return starts[user + 1];
    }

    /** Returns the item at a position in [0, entries). */
    public int itemAt(int position) {
        return itemAt[position];
    }

    /** Returns the unix time in seconds at a position in [0, entries), or {@link #NO_TIME}. */
    public long timeAt(int position) {
        return timed ? timeAt[position] : NO_TIME;
    }

    /** Returns a user's items, the oldest first, as a new array. */
    public int[] history(int user) {
        return Arrays.copyOfRange(itemAt, starts[user], starts[user + 1]);
    }

    /** Returns how many users took each item. */
    public int[] counts() {
        var counts = new int[items];
        for (int item : itemAt) {
            counts[item]++;
        }
        return counts;
    }

    /** Returns this log without some positions; users and items keep their numbers. */
    public InteractionLog without(boolean[] dropped) {
        return select(users(), user -> user, dropped);
    }

    /** Returns this log as sets: the same pairs in the same places, declared without an order and without times. */
    public InteractionLog unordered() {
        return new InteractionLog(items, starts, itemAt, new long[0], false);
    }

    /** Returns the log of some of the users, renumbered from 0 in the order given; items keep their numbers. */
    public InteractionLog ofUsers(int[] chosen) {
        return select(chosen.length, i -> chosen[i], new boolean[itemAt.length]);
    }

    private InteractionLog select(int count, java.util.function.IntUnaryOperator userAt, boolean[] dropped) {
        var newStarts = new int[count + 1];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int user = userAt.applyAsInt(i);
            for (int p = starts[user]; p < starts[user + 1]; p++) {
                size += dropped[p] ? 0 : 1;
            }
            newStarts[i + 1] = size;
        }
        var newItems = new int[size];
        var newTimes = new long[timed ? size : 0];
        int to = 0;
        for (int i = 0; i < count; i++) {
            int user = userAt.applyAsInt(i);
            for (int p = starts[user]; p < starts[user + 1]; p++) {
                if (!dropped[p]) {
                    newItems[to] = itemAt[p];
                    if (timed) {
                        newTimes[to] = timeAt[p];
                    }
                    to++;
                }
            }
        }
        return new InteractionLog(items, newStarts, newItems, newTimes, ordered);
    }
}
