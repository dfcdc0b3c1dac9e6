package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.Arrays;

/**
 * When every item was taken: unix times where the log has them, else times on the {@link ItemTimeline}.
 *
 * <p>Distances in time are measured in events of the whole log that lie between, which means the same in a log of a week and
 * of a decade. Immutable and thread-safe.
 */
final class EventClock {
    /** Events that are kept at most; of longer logs every n-th. */
    private static final int MOST_EVENTS = 20_000_000;

    private final boolean timed;
    private final ItemTimeline timeline;
    private final double[] all;
    private final int[] starts;
    private final double[] byItem;

    private EventClock(boolean timed, ItemTimeline timeline, double[] all, int[] starts, double[] byItem) {
        this.timed = timed;
        this.timeline = timeline;
        this.all = all;
        this.starts = starts;
        this.byItem = byItem;
    }

    static EventClock of(InteractionLog log, ItemTimeline timeline) {
        int every = 1 + log.entries() / MOST_EVENTS;
        var starts = new int[log.items() + 1];
        for (int p = 0; p < log.entries(); p += every) {
            starts[log.itemAt(p) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var byItem = new double[starts[log.items()]];
        int[] next = Arrays.copyOf(starts, log.items());
        for (int user = 0; user < log.users(); user++) {
            int[] history = log.history(user);
            for (int i = 0; i < history.length; i++) {
                int p = log.start(user) + i;
                if (p % every == 0) {
                    long time = log.timeAt(p);
                    byItem[next[history[i]]++] =
                            log.timed() ? time == InteractionLog.NO_TIME ? 0 : time : timeline.newest(history, i + 1);
                }
            }
        }
        var all = byItem.clone();
        Arrays.parallelSort(all);
        for (int item = 0; item < log.items(); item++) {
            Arrays.sort(byItem, starts[item], starts[item + 1]);
        }
        return new EventClock(log.timed(), timeline, all, starts, byItem);
    }

    /** Returns the time of a history's end. */
    double timeOf(int[] history, long now) {
        if (!timed) {
            return timeline.newest(history, history.length);
        }
        return now == InteractionLog.NO_TIME ? all[all.length - 1] : now;
    }

    /** Returns the share of all events before a time, in [0, 1]. */
    double shareBefore(double time) {
        return (double) below(all, 0, all.length, time) / all.length;
    }

    /** Returns the times between which a share of all events lies, centred on a time. */
    double[] window(double time, double share) {
        int centre = below(all, 0, all.length, time);
        int half = Math.max(20, (int) (share * all.length / 2));
        return new double[] {all[Math.max(0, centre - half)], all[Math.min(all.length - 1, centre + half)]};
    }

    /** Returns how many events lie in a window, both ends included. */
    int events(double[] window) {
        return within(all, 0, all.length, window);
    }

    /** Returns how many events of an item lie in a window. */
    int events(int item, double[] window) {
        return within(byItem, starts[item], starts[item + 1], window);
    }

    /** Returns the time by which a share of an item's events is past; NaN for an item without any. */
    double quantile(int item, double share) {
        int count = starts[item + 1] - starts[item];
        return count == 0 ? Double.NaN : byItem[starts[item] + (int) (share * (count - 1))];
    }

    private static int within(double[] times, int from, int to, double[] window) {
        return below(times, from, to, Math.nextUp(window[1])) - below(times, from, to, window[0]);
    }

    /** Returns how many of the ascending values are less than a bound. */
    private static int below(double[] values, int from, int to, double bound) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - from;
    }
}
