package dev.skillpod.store.json;

import static java.util.Objects.requireNonNull;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event log, as {@code POST /api/v1/events} and {@code events.ndjson} write it.
 *
 * <p>{@code event_id, user_id, type, timestamp} are needed always, {@code tenant_id} unless the caller has one. Then, by type:
 *
 * <ul>
 *   <li>IMPRESSION, VIEW, START, COMPLETE, DISMISS, PROGRESS (with {@code progress}), RATE (with {@code rating}): {@code
 *       content_id}; optional {@code recommendation_id, position, propensity, progress, rating}
 *   <li>ASSESSMENT: {@code skill_id, score}; optional {@code content_id}
 *   <li>MARKET_SIGNAL: {@code signal_type}; optional {@code skill_ids, job_id, outcome, match_score}
 *   <li>APPLICATION_OUTCOME: {@code job_id, outcome}; optional {@code skill_ids, match_score}
 *   <li>ANSWER: {@code item_id, correct, skill_ids}; optional {@code content_id}
 * </ul>
 *
 * <p>Fields that a type does not have are ignored.
 */
public final class EventRow {
    /** All fields of all types. */
    public static final List<String> FIELDS = List.of(
            "event_id",
            "tenant_id",
            "user_id",
            "type",
            "timestamp",
            "content_id",
            "recommendation_id",
            "position",
            "propensity",
            "progress",
            "rating",
            "skill_id",
            "score",
            "signal_type",
            "skill_ids",
            "job_id",
            "outcome",
            "match_score",
            "item_id",
            "correct");

    /** The fields that every row needs when the caller has a tenant. */
    public static final List<String> REQUIRED = List.of("event_id", "user_id", "type", "timestamp");

    private static final int MAX_POSITION = 10_000;

    /** What may stand in {@code type}: the engagements, then the other four kinds. */
    private enum Type {
        IMPRESSION,
        VIEW,
        START,
        PROGRESS,
        COMPLETE,
        DISMISS,
        RATE,
        ASSESSMENT,
        MARKET_SIGNAL,
        APPLICATION_OUTCOME,
        ANSWER
    }

    private EventRow() {}

    /**
     * Reads a row.
     *
     * @param tenant the tenant of rows that name none, or null when each must name its own
     */
    public static Checked<LearnerEvent> read(Fields row, @Nullable String tenant) {
        String eventId = row.id("event_id");
        LearnerKey learner = LearnerRow.key(row, tenant);
        Instant time = row.instant("timestamp");
        Type type = row.one("type", Type.class);
        return switch (type) {
            case null -> row.check(() -> new Assessment(eventId, learner, time, "", 0, null));
            case ASSESSMENT -> assessment(row, eventId, learner, time);
            case MARKET_SIGNAL -> signal(row, eventId, learner, time);
            case APPLICATION_OUTCOME -> outcome(row, eventId, learner, time);
            case ANSWER -> answer(row, eventId, learner, time);
            case IMPRESSION, VIEW, START, PROGRESS, COMPLETE, DISMISS, RATE ->
                engagement(row, eventId, learner, time, EngagementType.valueOf(type.name()));
        };
    }

    private static Checked<LearnerEvent> engagement(
            Fields row, String eventId, LearnerKey learner, Instant time, EngagementType type) {
        String content = row.id("content_id");
        String list = row.optionalId("recommendation_id");
        Integer position = row.optionalInteger("position", 1, MAX_POSITION);
        Double propensity = row.optionalNumber("propensity", Range.POSITIVE_UNIT);
        Double progress = type == EngagementType.PROGRESS
                ? (Double) row.number("progress", Range.UNIT)
                : row.optionalNumber("progress", Range.UNIT);
        Integer rating = type == EngagementType.RATE
                ? (Integer) row.integer("rating", 1, 5)
                : row.optionalInteger("rating", 1, 5);
        return row.check(() ->
                new Engagement(eventId, learner, time, type, content, list, position, propensity, progress, rating));
    }

    private static Checked<LearnerEvent> assessment(Fields row, String eventId, LearnerKey learner, Instant time) {
        String skill = row.id("skill_id");
        double score = row.number("score", Range.closed(0, 100));
        String content = row.optionalId("content_id");
        return row.check(() -> new Assessment(eventId, learner, time, skill, score, content));
    }

    private static Checked<LearnerEvent> answer(Fields row, String eventId, LearnerKey learner, Instant time) {
        String item = row.id("item_id");
        boolean correct = row.truth("correct");
        List<String> skills = row.someIds("skill_ids").stream().distinct().toList();
        String content = row.optionalId("content_id");
        return row.check(() -> new Answer(eventId, learner, time, item, skills, correct, content));
    }

    private static Checked<LearnerEvent> signal(Fields row, String eventId, LearnerKey learner, Instant time) {
        SignalType type = row.one("signal_type", SignalType.class);
        List<String> skills = row.ids("skill_ids").stream().distinct().toList();
        String job = row.optionalId("job_id");
        Outcome outcome = row.optionalOneAnyCase("outcome", Outcome.class);
        Double match = row.optionalNumber("match_score", Range.FINITE);
        return row.check(
                () -> new MarketSignal(eventId, learner, time, requireNonNull(type), skills, job, outcome, match));
    }

    private static Checked<LearnerEvent> outcome(Fields row, String eventId, LearnerKey learner, Instant time) {
        String job = row.id("job_id");
        Outcome outcome = row.oneAnyCase("outcome", Outcome.class);
        List<String> skills = row.ids("skill_ids").stream().distinct().toList();
        Double match = row.optionalNumber("match_score", Range.FINITE);
        return row.check(
                () -> new ApplicationOutcome(eventId, learner, time, job, requireNonNull(outcome), skills, match));
    }
}
