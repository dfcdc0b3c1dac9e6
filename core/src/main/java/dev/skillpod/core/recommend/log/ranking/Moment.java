package dev.skillpod.core.recommend.log.ranking;

import java.util.List;

/** The columns that say how an item stands to the moment at which one history ends. Not thread-safe. */
final class Moment {
    static final List<String> NAMES = List.of(
            // Place on the timeline relative to the newest items of the history, and to the furthest of them.
            "place_from_newest",
            "place_from_furthest",
            // Log share of the item among the events around the end of the history, in three sizes of window.
            "window_small",
            "window_middle",
            "window_large",
            // Log ratio of its share in the middle window to its share in the log.
            "trend",
            // Share of the log's events from the item's first, middle and last events to the end of the history.
            "since_first",
            "since_middle",
            "since_last",
            // Share of the log's events before the end of the history.
            "moment");

    private static final double[] WINDOWS = {0.005, 0.03, 0.15};

    private final LogStatistics statistics;
    private final double newest;
    private final double furthest;
    private final double moment;
    private final double[][] windows = new double[WINDOWS.length][];
    private final double[] sizes = new double[WINDOWS.length];

    Moment(LogStatistics statistics, int[] history, long now) {
        this.statistics = statistics;
        ItemTimeline timeline = statistics.timeline();
        newest = timeline.newest(history, history.length);
        double most = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, history.length - 10); i < history.length; i++) {
            most = Math.max(most, timeline.place(history[i]));
        }
        furthest = most;
        EventClock clock = statistics.clock();
        double time = clock.timeOf(history, now);
        moment = clock.shareBefore(time);
        for (int w = 0; w < WINDOWS.length; w++) {
            windows[w] = clock.window(time, WINDOWS[w]);
            sizes[w] = clock.events(windows[w]);
        }
    }

    void write(int item, double[] rows, int to) {
        if (!statistics.ordered()) {
            for (int i = 0; i < NAMES.size(); i++) {
                rows[to + i] = Double.NaN;
            }
            return;
        }
        double place = statistics.timeline().place(item);
        rows[to] = place - newest;
        rows[to + 1] = Double.isInfinite(furthest) ? Double.NaN : place - furthest;
        for (int w = 0; w < WINDOWS.length; w++) {
            rows[to + 2 + w] = Math.log((statistics.clock().events(item, windows[w]) + 0.5) / (sizes[w] + 1));
        }
        rows[to + 5] = rows[to + 3] - statistics.logPopularity(item);
        for (int which = 0; which < 3; which++) {
            rows[to + 6 + which] = moment - statistics.when(which, item);
        }
        rows[to + 9] = moment;
    }
}
