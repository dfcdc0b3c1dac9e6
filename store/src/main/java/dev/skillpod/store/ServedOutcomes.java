package dev.skillpod.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How new the data are, and what came of lists that were served. Each look reads much, so they belong in the background. Thread-safe. */
public final class ServedOutcomes {
    private static final String FIRST_PLACES = """
        WITH shown AS (
            SELECT tenant_id, user_id, id, created_at, content_ids[1] AS content_id, relevances[1] AS relevance
            FROM recommendations r
            WHERE created_at >= :from AND created_at < :until AND relevances IS NOT NULL
                AND cardinality(content_ids) > 0 AND model_version <> 'untrained'
                AND EXISTS (SELECT FROM events e WHERE e.tenant_id = r.tenant_id AND e.user_id = r.user_id
                    AND e.type = 'IMPRESSION' AND e.recommendation_id = r.id::text
                    AND e.occurred_at >= r.created_at - interval '1 hour' AND e.occurred_at < :now)
            ORDER BY created_at DESC LIMIT :most)
        SELECT count(*), coalesce(avg(relevance), 0), coalesce(avg(CASE WHEN EXISTS (
            SELECT FROM events e WHERE e.tenant_id = s.tenant_id AND e.user_id = s.user_id AND e.content_id = s.content_id
                AND e.occurred_at >= s.created_at - interval '1 hour' AND e.occurred_at < s.created_at + :days * interval '1 day'
                AND (e.recommendation_id IS NULL OR e.recommendation_id = s.id::text)
                AND (e.type = 'COMPLETE' OR e.type = 'PROGRESS' AND e.progress >= 0.5
                    OR e.type = 'RATE' AND e.rating >= 4)) THEN 1.0 ELSE 0.0 END), 0)
        FROM shown s\
        """;

    private final Sql sql;

    ServedOutcomes(Sql sql) {
        this.sql = sql;
    }

    /**
     * What the first contents of lists were thought to bring, and what they brought.
     *
     * @param lists lists looked at
     * @param expected mean probability of a useful engagement, as predicted when served
     * @param observed share of the contents that were engaged with usefully
     */
    public record Calibration(long lists, double expected, double observed) {}

    /**
     * Compares predicted with observed usefulness of the first content of each list that was seen (its impression is in the log).
     *
     * @param now the present
     * @param horizon how long an engagement may take; younger lists are left out
     * @param window how far back lists are looked at, before the horizon
     * @param most lists at most, the newest
     */
    public Calibration calibration(Instant now, Duration horizon, Duration window, int most) {
        Instant until = now.minus(horizon);
        return sql.snapshot(
                Reach.ALL,
                h -> h.createQuery(FIRST_PLACES)
                        .bind("from", OffsetDateTime.ofInstant(until.minus(window), ZoneOffset.UTC))
                        .bind("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                        .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .bind("days", horizon.toDays())
                        .bind("most", most)
                        .map((row, context) -> new Calibration(row.getLong(1), row.getDouble(2), row.getDouble(3)))
                        .one());
    }

    /** Returns when the newest record of each source is from: kinds of events, {@code demand} (the end of its month), {@code postings}. */
    public Map<String, Optional<Instant>> newest() {
        return sql.snapshot(Reach.ALL, h -> {
            var newest = new TreeMap<String, Optional<Instant>>();
            for (EventKind kind : EventKind.values()) {
                newest.put(kind.name().toLowerCase(java.util.Locale.ROOT), Optional.empty());
            }
            h.createQuery("SELECT lower(kind), max(occurred_at) FROM events GROUP BY kind")
                    .map((row, context) -> Map.entry(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    .forEach(entry -> newest.put(entry.getKey(), Optional.of(entry.getValue())));
            LocalDate month = h.createQuery("SELECT max(period) FROM demand")
                    .map((row, context) -> new Latest(row.getObject(1, LocalDate.class)))
                    .one()
                    .month();
            newest.put(
                    "demand",
                    Optional.ofNullable(month)
                            .map(m ->
                                    m.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
            newest.put(
                    "postings",
                    h.createQuery("SELECT posted_at FROM postings ORDER BY posted_at DESC LIMIT 1")
                            .map((row, context) ->
                                    row.getObject(1, OffsetDateTime.class).toInstant())
                            .findOne());
            return newest;
        });
    }

    private record Latest(@Nullable LocalDate month) {}
}
