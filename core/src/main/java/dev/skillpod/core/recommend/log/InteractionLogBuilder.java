package dev.skillpod.core.recommend.log;

import java.util.Arrays;

/**
 * Collects interactions in any order and sorts them into an {@link InteractionLog}.
 *
 * <p>Within a user, time decides, then the order of the additions. Where only some of a user's interactions have a time,
 * those without take the user's median one: nothing is known about them, so they belong neither to the end nor to the
 * beginning. Memory: 16 bytes per interaction, as much again while building. Not thread-safe.
 */
public final class InteractionLogBuilder {
    private int[] userOf = new int[1024];
    private int[] itemOf = new int[1024];
    private long[] timeOf = new long[1024];
    private int size;
    private int users;
    private int items;
    private boolean timed;

    /**
     * Adds an interaction.
     *
     * @param user at least 0
     * @param item at least 0
     * @param time unix time in seconds, or {@link InteractionLog#NO_TIME}
     */
    public InteractionLogBuilder add(int user, int item, long time) {
        if (user < 0 || item < 0) {
            throw new IllegalArgumentException("user and item must be at least 0, were " + user + " and " + item);
        }
        if (size == userOf.length) {
            int larger = Math.addExact(size, size >> 1);
            userOf = Arrays.copyOf(userOf, larger);
            itemOf = Arrays.copyOf(itemOf, larger);
            timeOf = Arrays.copyOf(timeOf, larger);
        }
        users = Math.max(users, user + 1);
        items = Math.max(items, item + 1);
        timed |= time != InteractionLog.NO_TIME;
        userOf[size] = user;
        itemOf[size] = item;
        timeOf[size++] = time;
        return this;
    }

    /** Returns the number of interactions added. */
    public int size() {
        return size;
    }

    /**
     * Returns the log of what was added.
     *
     * @param orderMeansSomething whether the order of the additions is an order in time, for logs without times
     */
    public InteractionLog build(boolean orderMeansSomething) {
        var starts = new int[users + 1];
        for (int i = 0; i < size; i++) {
            starts[userOf[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = Arrays.copyOf(starts, users);
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[userOf[i]]++] = i;
        }
        var keptStarts = new int[users + 1];
        var kept = new int[size];
        var keptTimes = new long[timed ? size : 0];
        var lastUser = new int[items];
        Arrays.fill(lastUser, -1);
        int to = 0;
        for (int user = 0; user < users; user++) {
            int from = starts[user];
            int end = starts[user + 1];
            long filler = timed ? sortByTime(order, from, end) : InteractionLog.NO_TIME;
            int first = to;
            // From the newest backwards, so that a repeated item stays at its latest place.
            for (int p = end - 1; p >= from; p--) {
                int item = itemOf[order[p]];
                if (lastUser[item] != user) {
                    lastUser[item] = user;
                    kept[to] = item;
                    if (timed) {
                        keptTimes[to] = timeOrElse(order[p], filler);
                    }
                    to++;
                }
            }
            reverse(kept, keptTimes, first, to);
            keptStarts[user + 1] = to;
        }
        return new InteractionLog(
                items,
                keptStarts,
                Arrays.copyOf(kept, to),
                timed ? Arrays.copyOf(keptTimes, to) : keptTimes,
                timed || orderMeansSomething);
    }

    private long timeOrElse(int i, long filler) {
        return timeOf[i] == InteractionLog.NO_TIME ? filler : timeOf[i];
    }

    /** Sorts a user's interactions; returns the time that stands for missing ones. */
    private long sortByTime(int[] order, int from, int end) {
        long[] known = Arrays.stream(order, from, end)
                .mapToLong(i -> timeOf[i])
                .filter(time -> time != InteractionLog.NO_TIME)
                .sorted()
                .toArray();
        long filler = known.length == 0 ? InteractionLog.NO_TIME : known[known.length / 2];
        Integer[] sorted = Arrays.stream(order, from, end).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, (a, b) -> Long.compare(timeOrElse(a, filler), timeOrElse(b, filler)));
        for (int p = from; p < end; p++) {
            order[p] = sorted[p - from];
        }
        return filler;
    }

    private static void reverse(int[] kept, long[] times, int first, int end) {
        for (int i = first, j = end - 1; i < j; i++, j--) {
            int item = kept[i];
            kept[i] = kept[j];
            kept[j] = item;
            if (times.length > 0) {
                long time = times[i];
                times[i] = times[j];
                times[j] = time;
            }
        }
    }
}
