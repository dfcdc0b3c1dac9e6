package dev.skillpod.core.recommend.statistics;

import dev.skillpod.core.activity.EngagementType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Counts that grow with each event and can be read off at any time. Events must come in time order. Not thread-safe.
 *
 * <p>Popularity decays exponentially: every content's sum is kept as of its own last event and brought forward when read.
 */
final class ContentTally {
    private static final double DAY = 86_400;
    private static final double POPULARITY_HALF_LIFE = 60 * DAY;
    private static final double RECENT = 30 * DAY;
    private static final double TREND_WINDOW = 120 * DAY;
    /** Weight of the mean of all contents, in observations. */
    private static final double PRIOR_IMPRESSIONS = 60;

    private static final double PRIOR_STARTS = 8;
    private static final double PRIOR_RATINGS = 5;
    /** Precision of the prior of an efficiency: contents differ by a third of what is usual. */
    private static final double PRIOR_EFFICIENCY = 1 / (0.33 * 0.33);

    private record Start(long second, int content) {}

    private final double[] popularity;
    private final long[] popularityAt;
    private final int[] impressions;
    private final int[] starts;
    private final int[] completions;
    private final int[] dismissals;
    private final double[] ratingSum;
    private final int[] ratings;
    private final double[] riseByExpected;
    private final double[] expectedSquared;
    private final Deque<Start> window = new ArrayDeque<>();

    ContentTally(int contents) {
        popularity = new double[contents];
        popularityAt = new long[contents];
        impressions = new int[contents];
        starts = new int[contents];
        completions = new int[contents];
        dismissals = new int[contents];
        ratingSum = new double[contents];
        ratings = new int[contents];
        riseByExpected = new double[contents];
        expectedSquared = new double[contents];
    }

    void engagement(long second, int content, EngagementType type, double value) {
        switch (type) {
            case IMPRESSION -> impressions[content]++;
            case VIEW, PROGRESS -> {}
            case START -> start(second, content);
            case COMPLETE -> completions[content]++;
            case DISMISS -> dismissals[content]++;
            case RATE -> {
                ratingSum[content] += value;
                ratings[content]++;
            }
        }
    }

    void rise(StatisticsTimeline.Rise r) {
        riseByExpected[r.content()] += r.expected() * r.measured() / r.variance();
        expectedSquared[r.content()] += r.expected() * r.expected() / r.variance();
    }

    private void start(long second, int content) {
        popularity[content] = 1 + popularity[content] * decay(second - popularityAt[content]);
        popularityAt[content] = second;
        starts[content]++;
        window.addLast(new Start(second, content));
    }

    ContentStatistics read(Instant asOf) {
        long now = asOf.getEpochSecond();
        int n = starts.length;
        var decayed = new float[n];
        for (int c = 0; c < n; c++) {
            decayed[c] = (float) (popularity[c] * decay(now - popularityAt[c]));
        }
        return new ContentStatistics(
                decayed,
                trend(now),
                rate(sums(starts), sums(impressions), PRIOR_IMPRESSIONS),
                rate(sums(completions), sums(starts), PRIOR_STARTS),
                rate(ratingSum, sums(ratings), PRIOR_RATINGS),
                rate(sums(dismissals), sums(impressions), PRIOR_IMPRESSIONS),
                efficiency(),
                starts.clone());
    }

    /** The least-squares ratio of measured to expected rises, each with its own variance, shrunk towards 1. */
    private float[] efficiency() {
        var efficiency = new float[starts.length];
        for (int c = 0; c < efficiency.length; c++) {
            double ratio = (riseByExpected[c] + PRIOR_EFFICIENCY) / (expectedSquared[c] + PRIOR_EFFICIENCY);
            efficiency[c] = (float) Math.clamp(ratio, 0.2, 3);
        }
        return efficiency;
    }

    private float[] trend(long now) {
        while (!window.isEmpty() && window.peekFirst().second < now - TREND_WINDOW) {
            window.removeFirst();
        }
        var recent = new double[starts.length];
        var before = new double[starts.length];
        for (Start start : window) {
            (start.second >= now - RECENT ? recent : before)[start.content]++;
        }
        var trend = new float[starts.length];
        for (int c = 0; c < trend.length; c++) {
            trend[c] = (float) Math.log((recent[c] + 1) / (before[c] / 3 + 1));
        }
        return trend;
    }

    private static float[] rate(double[] hits, double[] trials, double prior) {
        double mean =
                Arrays.stream(hits).sum() / Math.max(1, Arrays.stream(trials).sum());
        var rates = new float[hits.length];
        for (int c = 0; c < rates.length; c++) {
            rates[c] = (float) ((hits[c] + prior * mean) / (trials[c] + prior));
        }
        return rates;
    }

    private static double[] sums(int[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private static double decay(double seconds) {
        return Math.exp(-Math.log(2) * Math.max(0, seconds) / POPULARITY_HALF_LIFE);
    }
}
