package dev.skillpod.core.recommend.statistics;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of contents through time: a snapshot per week, each of what had happened before it. Immutable and
 * thread-safe.
 */
public final class StatisticsTimeline {
    private static final Duration STEP = Duration.ofDays(7);

    private final TreeMap<Instant, ContentStatistics> snapshots;
    private final ContentStatistics none;

    /**
     * A measured rise of a skill's level after a content.
     *
     * @param at when it was measured
     * @param content index of the content
     * @param expected rise that was expected, at least 0
     * @param measured rise that was measured
     * @param variance of the measurement, above 0
     */
    public record Rise(Instant at, int content, double expected, double measured, double variance) {}

    /** An engagement, or a measured rise. */
    private record Happening(
            Instant at,
            int content,
            EngagementType type,
            double value,
            @Nullable Rise rise) {}

    private StatisticsTimeline(TreeMap<Instant, ContentStatistics> snapshots, ContentStatistics none) {
        this.snapshots = snapshots;
        this.none = none;
    }

    /**
     * Replays the log.
     *
     * @param histories all learners
     * @param catalog gives contents their indexes; events on other contents are left out
     * @param rises measured rises beside their expectation
     * @param until nothing from this instant on is counted; the last snapshot stands there
     */
    public static StatisticsTimeline replay(
            List<LearnerHistory> histories, Catalog catalog, List<Rise> rises, Instant until) {
        var happenings = new ArrayList<Happening>();
        for (LearnerHistory history : histories) {
            addEngagements(history, catalog, until, happenings);
        }
        for (Rise rise : rises) {
            if (rise.at.isBefore(until)) {
                happenings.add(new Happening(rise.at, rise.content, EngagementType.COMPLETE, 0, rise));
            }
        }
        happenings.sort(Comparator.comparing(Happening::at));
        var tally = new ContentTally(catalog.contents().size());
        var snapshots = new TreeMap<Instant, ContentStatistics>();
        Instant next = happenings.isEmpty() ? until : happenings.getFirst().at.plus(STEP);
        for (Happening happening : happenings) {
            while (!happening.at.isBefore(next)) {
                snapshots.put(next, tally.read(next));
                next = next.plus(STEP);
            }
            if (happening.rise != null) {
                tally.rise(happening.rise);
            } else {
                tally.engagement(happening.at.getEpochSecond(), happening.content, happening.type, happening.value);
            }
        }
        snapshots.put(until, tally.read(until));
        return new StatisticsTimeline(
                snapshots, ContentStatistics.none(catalog.contents().size()));
    }

    /** Returns the newest statistics that hold nothing from {@code asOf} on. */
    public ContentStatistics at(Instant asOf) {
        var entry = snapshots.floorEntry(asOf);
        return entry == null ? none : entry.getValue();
    }

    /** Returns the statistics at the end of the log. */
    public ContentStatistics latest() {
        return snapshots.lastEntry().getValue();
    }

    private static void addEngagements(
            LearnerHistory history, Catalog catalog, Instant until, List<Happening> happenings) {
        for (Engagement e : history.engagements()) {
            if (e.type() != EngagementType.PROGRESS
                    && e.type() != EngagementType.VIEW
                    && e.occurredAt().isBefore(until)) {
                Integer rating = e.rating();
                catalog.contentIndex(e.contentId())
                        .ifPresent(c -> happenings.add(
                                new Happening(e.occurredAt(), c, e.type(), rating == null ? 0 : rating, null)));
            }
        }
    }
}
