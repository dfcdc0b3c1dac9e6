package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The spans of time of one training. The part kept from fitting is cut by the number of lists and not by days, so that a
 * few lists long after the others do not empty it. Of a short log the last two thirds are ranked, so that collaborative
 * filtering has a past to learn from.
 *
 * @param start the first engagement
 * @param rankingStart where rows begin
 * @param validationStart where the rows kept from fitting begin
 * @param validationEnd where they end: later outcomes have not had their time
 * @param end just after the last engagement
 */
record Window(Instant start, Instant rankingStart, Instant validationStart, Instant validationEnd, Instant end) {
    /**
     * Cuts a log.
     *
     * @throws TooLittleDataException when it holds no list at all
     */
    static Window of(List<LearnerHistory> histories, TrainingConfig config) {
        Instant start = Instant.MAX;
        Instant end = Instant.MIN;
        var lists = new ArrayList<Instant>();
        for (LearnerHistory history : histories) {
            Set<String> seen = new HashSet<>();
            for (Engagement e : history.engagements()) {
                start = e.occurredAt().isBefore(start) ? e.occurredAt() : start;
                end = e.occurredAt().isAfter(end) ? e.occurredAt() : end;
                String list = e.recommendationId();
                if (e.type() == EngagementType.IMPRESSION && list != null && seen.add(list)) {
                    lists.add(e.occurredAt());
                }
            }
        }
        if (lists.isEmpty()) {
            throw new TooLittleDataException(
                    "the log holds no lists: impressions with recommendation_id and position are needed");
        }
        lists.sort(null);
        Instant lastList = lists.getLast();
        Duration span = Duration.between(start, lastList);
        Instant rankingStart = lastList.minus(
                shorter(config.rankingWindow(), span.multipliedBy(2).dividedBy(3)));
        Instant validationEnd = end.plusMillis(1).minus(shorter(config.outcomeHorizon(), span.dividedBy(8)));
        List<Instant> complete = lists.stream()
                .filter(at -> !at.isBefore(rankingStart) && at.isBefore(validationEnd))
                .toList();
        Instant validationStart = complete.isEmpty()
                ? validationEnd
                : complete.get((int) ((1 - config.validationShare()) * (complete.size() - 1)));
        return new Window(start, rankingStart, validationStart, validationEnd, end.plusMillis(1));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
