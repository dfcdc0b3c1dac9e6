package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.recommend.log.InteractionLog;

/** What is counted in a log for the columns of {@link RankingRows}. Immutable and thread-safe. */
public final class LogStatistics {
    private final boolean ordered;
    private final PairCounts pairs;
    private final ItemTimeline timeline;
    private final EventClock clock;
    private final double[] logPopularity;
    private final double[] lastShare;
    private final double[] meanPlace;
    private final double[] meanLength;
    private final double[][] firstMiddleLast;

    private LogStatistics(InteractionLog log) {
        ordered = log.ordered();
        pairs = PairCounts.of(log);
        timeline = ItemTimeline.of(pairs.next());
        clock = EventClock.of(log, timeline);
        int items = log.items();
        logPopularity = new double[items];
        lastShare = new double[items];
        meanPlace = new double[items];
        meanLength = new double[items];
        int[] counts = log.counts();
        for (int user = 0; user < log.users(); user++) {
            int length = log.length(user);
            for (int p = log.start(user); p < log.end(user); p++) {
                int item = log.itemAt(p);
                lastShare[item] += p == log.end(user) - 1 ? 1 : 0;
                meanPlace[item] += (p - log.start(user) + 0.5) / length;
                meanLength[item] += Math.log(length);
            }
        }
        firstMiddleLast = new double[3][items];
        for (int item = 0; item < items; item++) {
            logPopularity[item] = Math.log((counts[item] + 1.0) / (log.users() + 1.0));
            lastShare[item] = counts[item] == 0 ? Double.NaN : lastShare[item] / counts[item];
            meanPlace[item] = counts[item] == 0 ? Double.NaN : meanPlace[item] / counts[item];
            meanLength[item] = counts[item] == 0 ? Double.NaN : meanLength[item] / counts[item];
            firstMiddleLast[0][item] = share(clock.quantile(item, 0.03));
            firstMiddleLast[1][item] = share(clock.quantile(item, 0.5));
            firstMiddleLast[2][item] = share(clock.quantile(item, 0.97));
        }
    }

    private double share(double time) {
        return Double.isNaN(time) ? Double.NaN : clock.shareBefore(time);
    }

    /**
     * Counts a log.
     *
     * @param log at least one interaction
     */
    public static LogStatistics of(InteractionLog log) {
        return new LogStatistics(log);
    }

    boolean ordered() {
        return ordered;
    }

    PairCounts pairs() {
        return pairs;
    }

    ItemTimeline timeline() {
        return timeline;
    }

    EventClock clock() {
        return clock;
    }

    /** Returns the logarithm of the share of users who have an item. */
    double logPopularity(int item) {
        return logPopularity[item];
    }

    /** Returns the share of an item's occurrences that end a history; NaN without any. */
    double lastShare(int item) {
        return lastShare[item];
    }

    /** Returns the mean relative place of an item in its histories, in (0, 1); NaN without any. */
    double meanPlace(int item) {
        return meanPlace[item];
    }

    /** Returns the mean log length of an item's histories; NaN without any. */
    double meanLength(int item) {
        return meanLength[item];
    }

    /** Returns the share of all events before the item's first, middle or last ones (0, 1, 2); NaN without any. */
    double when(int which, int item) {
        return firstMiddleLast[which][item];
    }
}
