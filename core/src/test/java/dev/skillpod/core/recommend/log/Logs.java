package dev.skillpod.core.recommend.log;

import java.util.Random;

/** Logs with known structure. */
public final class Logs {
    private Logs() {}

    /** Each row is a user's items, the oldest first. */
    public static InteractionLog of(int[]... histories) {
        var builder = new InteractionLogBuilder();
        for (int user = 0; user < histories.length; user++) {
            for (int item : histories[user]) {
                builder.add(user, item, InteractionLog.NO_TIME);
            }
        }
        return builder.build(true);
    }

    /** Users take items of their own parity only, each with a probability of 60 %, in random order. */
    public static InteractionLog checkerboard(int users, int items, boolean ordered) {
        var random = new Random(1);
        var builder = new InteractionLogBuilder();
        for (int user = 0; user < users; user++) {
            int[] order = random.ints(0, items).distinct().limit(items).toArray();
            for (int item : order) {
                if (item % 2 == user % 2 && random.nextInt(10) < 6) {
                    builder.add(user, item, InteractionLog.NO_TIME);
                }
            }
        }
        return builder.build(ordered);
    }

    /** Every user walks along a ring of items from a random start, now and then taking one at random. */
    public static InteractionLog ring(int users, int items, int length) {
        var random = new Random(2);
        var builder = new InteractionLogBuilder();
        for (int user = 0; user < users; user++) {
            int at = random.nextInt(items);
            for (int step = 0; step < length; step++) {
                at = (at + 1) % items;
                builder.add(user, random.nextInt(10) == 0 ? random.nextInt(items) : at, InteractionLog.NO_TIME);
            }
        }
        return builder.build(true);
    }
}
