package dev.skillpod.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what there is to train on, without reading it row by row. Thread-safe. */
public final class TrainingRows {
    /** The log's lists: impressions that name their list and place. */
    private static final String LISTS = """
        SELECT count(DISTINCT (tenant_id, user_id, recommendation_id))
                   FILTER (WHERE type = 'IMPRESSION' AND recommendation_id IS NOT NULL AND position IS NOT NULL),
               count(*) FILTER (WHERE type = 'COMPLETE' OR type = 'PROGRESS' AND progress >= 0.5
                   OR type = 'RATE' AND rating >= 4),
               count(*), min(occurred_at), max(occurred_at)
        FROM events WHERE kind = 'ENGAGEMENT'\
        """;

    private static final String APPLICATIONS =
            "SELECT count(*), min(occurred_at), max(occurred_at) FROM events WHERE kind = 'APPLICATION_OUTCOME'";

    private static final String POSTINGS =
            "SELECT count(*), count(*) FILTER (WHERE pay_low IS NOT NULL), min(posted_at), max(posted_at) FROM"
                    + " postings";

    private static final String ANSWERS = "SELECT count(*), count(*) FILTER (WHERE correct),"
            + " count(DISTINCT (tenant_id, user_id)), min(occurred_at), max(occurred_at) FROM events WHERE kind = 'ANSWER'";

    private static final String LEARNERS = "SELECT (SELECT count(*) FROM (SELECT tenant_id, user_id FROM learners UNION"
            + " SELECT tenant_id, user_id FROM events) AS everyone), min(occurred_at), max(occurred_at) FROM events";

    private final Sql sql;

    TrainingRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * What the recommender learns from.
     *
     * @param lists lists that were shown
     * @param useful engagements that count as useful, whether they belong to a list or not
     * @param engagements all of them
     * @param from the earliest, or null
     * @param until the newest, or null
     */
    public record Engagements(
            long lists,
            long useful,
            long engagements,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * What the values of skill gaps are learnt from.
     *
     * @param answered applications that were answered
     * @param postings job postings
     * @param postingsWithPay those that name pay
     * @param from the earliest of all, or null
     * @param until the newest of all, or null
     */
    public record Applications(
            long answered,
            long postings,
            long postingsWithPay,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * What mastery tracing learns from.
     *
     * @param answers answers to single items
     * @param right those that were right
     * @param learners learners who answered
     * @param from the earliest, or null
     * @param until the newest, or null
     */
    public record Answers(
            long answers,
            long right,
            long learners,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * Whom path policies are learnt with.
     *
     * @param learners learners with a profile or an event
     * @param from the earliest event, or null
     * @param until the newest event, or null
     */
    public record Learners(
            long learners, @Nullable Instant from, @Nullable Instant until) {}

    /** Counts what the recommender learns from. */
    public Engagements engagements() {
        return counted(
                LISTS,
                row -> new Engagements(
                        row.getLong(1), row.getLong(2), row.getLong(3), instant(row, 4), instant(row, 5)));
    }

    /** Returns how many engagements the log holds. */
    public long engagementCount() {
        return sql.snapshot(
                Reach.ALL,
                h -> h.createQuery("SELECT count(*) FROM events WHERE kind = 'ENGAGEMENT'")
                        .mapTo(Long.class)
                        .one());
    }

    /** Counts what the values of skill gaps are learnt from. */
    public Applications applications() {
        record Span(long count, long withPay, Optional<Instant> from, Optional<Instant> until) {}
        return sql.snapshot(Reach.ALL, h -> {
            Span answered = h.createQuery(APPLICATIONS)
                    .map((row, context) -> new Span(
                            row.getLong(1),
                            0,
                            Optional.ofNullable(instant(row, 2)),
                            Optional.ofNullable(instant(row, 3))))
                    .one();
            Span postings = h.createQuery(POSTINGS)
                    .map((row, context) -> new Span(
                            row.getLong(1),
                            row.getLong(2),
                            Optional.ofNullable(instant(row, 3)),
                            Optional.ofNullable(instant(row, 4))))
                    .one();
            return new Applications(
                    answered.count(),
                    postings.count(),
                    postings.withPay(),
                    java.util.stream.Stream.of(answered.from(), postings.from())
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo)
                            .orElse(null),
                    java.util.stream.Stream.of(answered.until(), postings.until())
                            .flatMap(Optional::stream)
                            .max(Instant::compareTo)
                            .orElse(null));
        });
    }

    /** Counts what mastery tracing learns from. */
    public Answers answers() {
        return counted(
                ANSWERS,
                row -> new Answers(row.getLong(1), row.getLong(2), row.getLong(3), instant(row, 4), instant(row, 5)));
    }

    /** Counts whom path policies are learnt with. */
    public Learners learners() {
        return counted(LEARNERS, row -> new Learners(row.getLong(1), instant(row, 2), instant(row, 3)));
    }

    private <T> T counted(String query, Sql.RowReader<T> reader) {
        return sql.snapshot(
                Reach.ALL,
                h -> h.createQuery(query)
                        .map((row, context) -> reader.read(row))
                        .one());
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
