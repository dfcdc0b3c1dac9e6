package dev.skillpod.app.http.event;

import dev.skillpod.core.activity.EngagementType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of events, and the fields each needs besides those that all have. */
public enum EventKind {
    IMPRESSION(EngagementType.IMPRESSION, "content_id"),
    VIEW(EngagementType.VIEW, "content_id"),
    START(EngagementType.START, "content_id"),
    PROGRESS(EngagementType.PROGRESS, "content_id", "progress"),
    COMPLETE(EngagementType.COMPLETE, "content_id"),
    DISMISS(EngagementType.DISMISS, "content_id"),
    RATE(EngagementType.RATE, "content_id", "rating"),
    ASSESSMENT(null, "skill_id", "score"),
    MARKET_SIGNAL(null, "signal_type"),
    APPLICATION_OUTCOME(null, "job_id", "outcome"),
    ANSWER(null, "item_id", "correct", "skill_ids");

    private static final Map<String, Function<EventBody, @Nullable Object>> FIELDS = fields();

    private final @Nullable EngagementType engagement;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> needed;

    EventKind(@Nullable EngagementType engagement, String... needed) {
        this.engagement = engagement;
        this.needed = List.of(needed);
    }

    /** Returns what the learner did with a content, or null when the type is about something else. */
    @Nullable
    EngagementType engagement() {
        return engagement;
    }

    /** Returns the needed fields that an event lacks, by their wire names. */
    List<String> missing(EventBody event) {
        return needed.stream()
                .filter(field -> FIELDS.getOrDefault(field, e -> null).apply(event) == null)
                .toList();
    }

    private static @Nullable Object skills(EventBody event) {
        List<String> skills = event.skillIds();
        return skills == null || skills.isEmpty() ? null : skills;
    }

    private static Map<String, Function<EventBody, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<EventBody, @Nullable Object>>();
        fields.put("content_id", EventBody::contentId);
        fields.put("progress", EventBody::progress);
        fields.put("rating", EventBody::rating);
        fields.put("skill_id", EventBody::skillId);
        fields.put("score", EventBody::score);
        fields.put("signal_type", EventBody::signalType);
        fields.put("job_id", EventBody::jobId);
        fields.put("outcome", EventBody::outcome);
        fields.put("item_id", EventBody::itemId);
        fields.put("correct", EventBody::correct);
        fields.put("skill_ids", EventKind::skills);
        return fields;
    }
}
