package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads off a log which contents a learner finished, and what was measured afterwards. */
final class MeasuredContents {
    private MeasuredContents() {}

    /**
     * A finished content.
     *
     * @param contentId the content
     * @param startedAt when it was begun
     * @param finishedAt when it was finished
     * @param scores level of each skill that was measured because of it, by skill id; the first measurement
     */
    record Finished(String contentId, Instant startedAt, Instant finishedAt, Map<String, Double> scores) {}

    /** Returns the contents that were begun and finished, by when they were begun. */
    static List<Finished> of(LearnerHistory history) {
        Map<String, Instant> started = new HashMap<>();
        Map<String, Finished> finished = new HashMap<>();
        for (Engagement e : history.engagements()) {
            if (e.type() == EngagementType.START) {
                started.putIfAbsent(e.contentId(), e.occurredAt());
            } else if (e.type() == EngagementType.COMPLETE) {
                Instant begin = started.getOrDefault(e.contentId(), e.occurredAt());
                finished.putIfAbsent(
                        e.contentId(), new Finished(e.contentId(), begin, e.occurredAt(), new HashMap<>()));
            }
        }
        for (Assessment a : history.assessments()) {
            String contentId = a.contentId();
            Finished content = contentId == null ? null : finished.get(contentId);
            if (content != null && !a.occurredAt().isBefore(content.finishedAt())) {
                content.scores().putIfAbsent(a.skillId(), a.score());
            }
        }
        var all = new ArrayList<>(finished.values());
        all.sort(Comparator.comparing(Finished::startedAt).thenComparing(Finished::contentId));
        return all;
    }
}
