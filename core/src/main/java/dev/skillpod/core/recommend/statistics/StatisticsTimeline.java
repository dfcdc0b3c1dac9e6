package dev.skillpod.core.recommend.statistics;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statistics of contents through time: a snapshot per week, each of what had happened before it. Immutable and
 * thread-safe.
 */
public final class StatisticsTimeline {
    private static final Duration STEP = Duration.ofDays(7);

    private final TreeMap<Instant, ContentStatistics> snapshots;
    private final ContentStatistics none;

    /** An engagement, or (with a promise above 0) a measured rise of a skill's level after a content. */
    private record Happening(Instant at, int content, EngagementType type, double value, double promise) {}

    private StatisticsTimeline(TreeMap<Instant, ContentStatistics> snapshots, ContentStatistics none) {
        this.snapshots = snapshots;
        this.none = none;
    }

    /**
     * Replays the log.
     *
     * @param histories all learners
     * @param catalog gives contents their indexes; events on other contents are left out
     * @param until nothing from this instant on is counted; the last snapshot stands there
     */
    public static StatisticsTimeline replay(List<LearnerHistory> histories, Catalog catalog, Instant until) {
        var happenings = new ArrayList<Happening>();
        for (LearnerHistory history : histories) {
            addEngagements(history, catalog, until, happenings);
            addRises(history, catalog, until, happenings);
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
            if (happening.promise > 0) {
                tally.rise(happening.content, happening.value, happening.promise);
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
                                new Happening(e.occurredAt(), c, e.type(), rating == null ? 0 : rating, 0)));
            }
        }
    }

    private static void addRises(LearnerHistory history, Catalog catalog, Instant until, List<Happening> happenings) {
        Map<String, Double> level = new HashMap<>();
        for (LearnerSkill skill : history.profile().skills()) {
            level.put(skill.skillId(), (double) skill.level());
        }
        for (Assessment a : history.assessments()) {
            Double before = level.put(a.skillId(), a.score());
            String contentId = a.contentId();
            if (before != null && contentId != null && a.occurredAt().isBefore(until)) {
                catalog.contentIndex(contentId).ifPresent(c -> {
                    double promise = promise(catalog.contents().get(c), a.skillId(), before);
                    if (promise > 0) {
                        happenings.add(
                                new Happening(a.occurredAt(), c, EngagementType.COMPLETE, a.score() - before, promise));
                    }
                });
            }
        }
    }

    private static double promise(Content content, String skillId, double level) {
        return content.skills().stream()
                .filter(s -> s.skillId().equals(skillId))
                .mapToDouble(s -> s.weight() * Math.max(0, content.levelTo() - level))
                .sum();
    }
}
