package dev.skillpod.store;

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
import dev.skillpod.core.catalog.DataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as rows of the table {@code events}: checking, writing, reading. */
final class EventRows {
    /** The columns, in the order in which {@link #write} and {@link Reader} take them; the source comes last. */
    static final String COLUMNS = columns("propensity");

    private EventRows() {}

    /** Returns {@link #COLUMNS} with an expression in the place of the propensity. */
    static String columns(String propensity) {
        return "tenant_id, event_id, user_id, occurred_at, kind, type, content_id, skill_id, skill_ids,"
                + " job_id, recommendation_id, position, " + propensity
                + ", progress, rating, score, outcome, match_score, item_id, correct";
    }

    /** Refuses an event that the table would not take. */
    static void check(LearnerEvent event, FieldCheck field) {
        field.present("learner", event.learner());
        field.id("eventId", event.eventId())
                .id("tenantId", event.learner().tenantId())
                .id("userId", event.learner().userId())
                .time("occurredAt", event.occurredAt());
        switch (event) {
            case Engagement e ->
                field.present("type", e.type())
                        .id("contentId", e.contentId())
                        .optionalId("recommendationId", e.recommendationId())
                        .range("position", e.position(), 1, Integer.MAX_VALUE)
                        .share("propensity", e.propensity())
                        .range("progress", e.progress(), 0, 1)
                        .range("rating", e.rating(), 1, 5);
            case Assessment a ->
                field.id("skillId", a.skillId())
                        .range("score", a.score(), 0, 100)
                        .optionalId("contentId", a.contentId());
            case MarketSignal s ->
                field.present("type", s.type())
                        .ids("skillIds", s.skillIds())
                        .optionalId("jobId", s.jobId())
                        .finite("matchScore", s.matchScore());
            case ApplicationOutcome o ->
                field.id("jobId", o.jobId())
                        .present("outcome", o.outcome())
                        .ids("skillIds", o.skillIds())
                        .finite("matchScore", o.matchScore());
            case Answer a ->
                field.id("itemId", a.itemId())
                        .ids("skillIds", a.skillIds())
                        .range("skillIds.size", a.skillIds().size(), 1, Integer.MAX_VALUE)
                        .optionalId("contentId", a.contentId());
        }
    }

    /** Writes all columns and the source; the caller may add more before ending the row. */
    static void write(LearnerEvent event, DataSource source, CopyRows row) {
        row.text(event.learner().tenantId())
                .text(event.eventId())
                .text(event.learner().userId())
                .time(event.occurredAt())
                .name(EventKind.of(event));
        switch (event) {
            case Engagement e ->
                row.name(e.type())
                        .text(e.contentId())
                        .text(null)
                        .array(null)
                        .text(null)
                        .text(e.recommendationId())
                        .number(e.position())
                        .number(e.propensity())
                        .number(e.progress())
                        .number(e.rating())
                        .number(null)
                        .text(null)
                        .number(null)
                        .text(null)
                        .text(null);
            case Assessment a ->
                row.text(null)
                        .text(a.contentId())
                        .text(a.skillId())
                        .array(null)
                        .text(null)
                        .text(null)
                        .number(null)
                        .number(null)
                        .number(null)
                        .number(null)
                        .number(a.score())
                        .text(null)
                        .number(null)
                        .text(null)
                        .text(null);
            case MarketSignal s -> market(row, s.type(), s.skillIds(), s.jobId(), s.outcome(), s.matchScore());
            case ApplicationOutcome o -> market(row, null, o.skillIds(), o.jobId(), o.outcome(), o.matchScore());
            case Answer a -> answer(a, row);
        }
        row.name(source);
    }

    private static void market(
            CopyRows row,
            @Nullable SignalType type,
            List<String> skillIds,
            @Nullable String jobId,
            @Nullable Outcome outcome,
            @Nullable Double matchScore) {
        row.name(type)
                .text(null)
                .text(null)
                .array(skillIds)
                .text(jobId)
                .text(null)
                .number(null)
                .number(null)
                .number(null)
                .number(null)
                .number(null)
                .name(outcome)
                .number(matchScore)
                .text(null)
                .text(null);
    }

    private static void answer(Answer answer, CopyRows row) {
        row.text(null)
                .text(answer.contentId())
                .text(null)
                .array(answer.skillIds())
                .text(null)
                .text(null)
                .number(null)
                .number(null)
                .number(null)
                .number(null)
                .number(null)
                .text(null)
                .number(null)
                .text(answer.itemId())
                .text(String.valueOf(answer.correct()));
    }

    /** Reads rows of {@link #COLUMNS}. Ids that repeat (contents, skills, jobs) become one string each. */
    static final class Reader {
        private static final int CANONICAL_LIMIT = 100_000;

        private final Map<String, String> canonical = new HashMap<>();
        private LearnerKey learner = new LearnerKey("", "");

        LearnerEvent read(ResultSet row) throws SQLException {
            String eventId = row.getString(2);
            LearnerKey who = learner(row.getString(1), row.getString(3));
            Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
            return switch (row.getString(5)) {
                case "ENGAGEMENT" ->
                    new Engagement(
                            eventId,
                            who,
                            at,
                            EngagementType.valueOf(row.getString(6)),
                            id(row.getString(7)),
                            row.getString(11),
                            integer(row, 12),
                            real(row, 13),
                            real(row, 14),
                            integer(row, 15));
                case "ASSESSMENT" ->
                    new Assessment(
                            eventId, who, at, id(row.getString(8)), row.getDouble(16), optionalId(row.getString(7)));
                case "MARKET_SIGNAL" ->
                    new MarketSignal(
                            eventId,
                            who,
                            at,
                            SignalType.valueOf(row.getString(6)),
                            ids(row),
                            optionalId(row.getString(10)),
                            outcome(row.getString(17)),
                            real(row, 18));
                case "APPLICATION_OUTCOME" ->
                    new ApplicationOutcome(
                            eventId,
                            who,
                            at,
                            id(row.getString(10)),
                            Outcome.valueOf(row.getString(17)),
                            ids(row),
                            real(row, 18));
                case "ANSWER" ->
                    new Answer(
                            eventId,
                            who,
                            at,
                            id(row.getString(19)),
                            ids(row),
                            row.getBoolean(20),
                            optionalId(row.getString(7)));
                case String other -> throw new StoreException("unknown kind of event in the log: " + other);
            };
        }

        private LearnerKey learner(String tenantId, String userId) {
            if (!learner.userId().equals(userId) || !learner.tenantId().equals(tenantId)) {
                learner = new LearnerKey(id(tenantId), userId);
            }
            return learner;
        }

        private String id(String id) {
            String known = canonical.get(id);
            if (known != null) {
                return known;
            }
            if (canonical.size() < CANONICAL_LIMIT) {
                canonical.put(id, id);
            }
            return id;
        }

        private @Nullable String optionalId(@Nullable String id) {
            return id == null ? null : id(id);
        }

        private List<String> ids(ResultSet row) throws SQLException {
            String[] values = (String[]) row.getArray(9).getArray();
            var ids = new ArrayList<String>(values.length);
            for (String value : values) {
                ids.add(id(value));
            }
            return ids;
        }

        private static @Nullable Outcome outcome(@Nullable String name) {
            return name == null ? null : Outcome.valueOf(name);
        }

        private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
            int value = row.getInt(column);
            return row.wasNull() ? null : value;
        }

        private static @Nullable Double real(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : value;
        }
    }
}
