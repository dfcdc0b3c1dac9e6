package dev.skillpod.store;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The append-only log of everything that happened to learners. Thread-safe.
 *
 * <p>Instants are kept in microseconds; finer parts are cut off. Events of the same instant keep their order of arrival.
 */
public final class EventStore {
    /** The latest events that {@link #history} returns at most. */
    public static final int HISTORY_LIMIT = 1_000;

    /** The most answers that {@link #history} returns, beside the other events. */
    public static final int ANSWER_LIMIT = 1_000;

    /** The most impressions that {@link #history} returns, beside the other events. */
    public static final int IMPRESSION_LIMIT = 300;

    private static final int PROGRESS_STEP = 10_000;

    /** All answers come in one round trip, and so in one transaction. */
    private static final String HISTORY = Reach.TENANT_FIRST + "SELECT " + ProfileRows.COLUMNS
            + " FROM learners WHERE tenant_id = ? AND user_id = ?; SELECT " + EventRows.COLUMNS + " FROM ("
            + latest("type IS DISTINCT FROM 'IMPRESSION' AND kind <> 'ANSWER'", HISTORY_LIMIT) + " UNION ALL "
            + latest("kind = 'ANSWER'", ANSWER_LIMIT) + " UNION ALL "
            + latest("type = 'IMPRESSION'", IMPRESSION_LIMIT) + ") latest ORDER BY occurred_at DESC, seq DESC";

    private final Sql sql;

    EventStore(Sql sql) {
        this.sql = sql;
    }

    private static String latest(String condition, int limit) {
        return "(SELECT * FROM events WHERE tenant_id = ? AND user_id = ? AND " + condition
                + " ORDER BY occurred_at DESC, seq DESC LIMIT " + limit + ")";
    }

    /** Appends observed events: {@link #append(List, DataSource)} with {@link DataSource#REAL}. */
    public AppendResult append(List<? extends LearnerEvent> events) {
        return append(events, DataSource.REAL);
    }

    /**
     * Appends all events, or none. Sending the same event again is harmless; sending another one under the same id of the
     * same tenant is a conflict, and then nothing is written.
     *
     * @throws InvalidRecordException when an event may not be stored; nothing was written
     * @throws StoreUnavailableException when PostgreSQL cannot be reached; sending the list again is safe
     */
    public AppendResult append(List<? extends LearnerEvent> events, DataSource source) {
        var places = new LinkedHashMap<EventId, Integer>();
        var conflicts = new ArrayList<EventConflict>();
        var field = new FieldCheck();
        for (int i = 0; i < events.size(); i++) {
            LearnerEvent event = events.get(i);
            EventRows.check(event, field.at(i));
            Integer earlier = places.putIfAbsent(EventId.of(event), i);
            if (earlier != null && !events.get(earlier).equals(event)) {
                conflicts.add(conflict(i, event));
            }
        }
        if (!conflicts.isEmpty() || places.isEmpty()) {
            return new AppendResult(0, 0, conflicts);
        }
        try {
            int inserted =
                    sql.write(reach(events), h -> EventAppend.run(h.getConnection(), events, places.values(), source));
            return new AppendResult(inserted, events.size() - inserted, List.of());
        } catch (EventAppend.Conflict e) {
            return new AppendResult(
                    0,
                    0,
                    e.indexes.stream().map(i -> conflict(i, events.get(i))).toList());
        }
    }

    private static Reach reach(List<? extends LearnerEvent> events) {
        String tenant = events.getFirst().learner().tenantId();
        return events.stream().allMatch(e -> e.learner().tenantId().equals(tenant)) ? Reach.of(tenant) : Reach.ALL;
    }

    private static EventConflict conflict(int index, LearnerEvent event) {
        return new EventConflict(index, event.learner().tenantId(), event.eventId());
    }

    /**
     * Returns what serving needs to know of a learner: the profile (empty when there is none) and the latest {@value
     * #HISTORY_LIMIT} events, {@value #ANSWER_LIMIT} answers and {@value #IMPRESSION_LIMIT} impressions, in time order.
     */
    public LearnerHistory history(LearnerKey learner) {
        return sql.query(h -> {
            try (PreparedStatement query = h.getConnection().prepareStatement(HISTORY)) {
                query.setString(1, learner.tenantId());
                for (int i = 2; i < 10; i += 2) {
                    query.setString(i, learner.tenantId());
                    query.setString(i + 1, learner.userId());
                }
                query.execute();
                query.getMoreResults();
                LearnerProfile profile;
                try (ResultSet row = query.getResultSet()) {
                    profile = row.next() ? ProfileRows.read(row, 1) : LearnerProfile.empty();
                }
                query.getMoreResults();
                var events = new ArrayList<LearnerEvent>();
                try (ResultSet row = query.getResultSet()) {
                    var reader = new EventRows.Reader();
                    while (row.next()) {
                        events.add(reader.read(row));
                    }
                }
                Collections.reverse(events);
                var history = new HistoryBuilder(learner);
                events.forEach(history::add);
                return history.build(profile);
            }
        });
    }

    /**
     * Returns the whole log, impressions included, and every profile, learner by learner, over all tenants. Each visit is
     * one consistent view of the log; rows stream, so that memory holds one learner at a time.
     */
    public ActivityLog activityLog() {
        return new ActivityStream(sql, OffsetDateTime.MAX);
    }

    /**
     * Returns the log as {@link #activityLog} did at an earlier instant, as far as that can be said: without later events and without
     * learners who came later. Profiles are as they are now.
     */
    public ActivityLog activityLogBefore(Instant asOf) {
        return new ActivityStream(sql, asOf.atOffset(ZoneOffset.UTC));
    }

    /** Returns how many events there are of each kind and source, over all tenants. */
    public List<EventCount> counts() {
        return sql.snapshot(
                Reach.ALL,
                h -> h.createQuery("SELECT kind, data_source, count(*), min(occurred_at), max(occurred_at)"
                                + " FROM events GROUP BY kind, data_source ORDER BY kind, data_source")
                        .map((row, context) -> new EventCount(
                                EventKind.valueOf(row.getString(1)),
                                DataSource.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /**
     * Loads events that a simulator or an export made, all or nothing, as fast as PostgreSQL takes them. Unlike {@link
     * #append}, an id that the log has already is an error. Into an empty log, indexes are built after the rows; until the
     * load ends, others wait.
     *
     * @return the number of events loaded
     * @throws InvalidRecordException when an event may not be stored
     * @throws StoreException when an id is taken
     */
    public long bulkLoad(Iterator<? extends LearnerEvent> events, DataSource source, Progress progress) {
        return sql.write(Reach.OWNER, h -> {
            Connection connection = h.getConnection();
            try (Statement statement = connection.createStatement()) {
                boolean indexLater = isEmpty(statement);
                if (indexLater) {
                    statement.execute("ALTER TABLE events DROP CONSTRAINT events_pkey");
                    statement.execute("DROP INDEX events_by_learner");
                }
                boolean staged = isSecured(statement);
                if (staged) {
                    statement.execute("CREATE TEMPORARY TABLE event_load ON COMMIT DROP AS SELECT " + EventRows.COLUMNS
                            + ", data_source FROM events WITH NO DATA");
                }
                long loaded = Sql.copyIn(
                        connection,
                        "COPY " + (staged ? "event_load (" : "events (") + EventRows.COLUMNS
                                + ", data_source) FROM STDIN",
                        rows -> copy(events, source, progress, rows));
                if (staged) {
                    statement.execute("INSERT INTO events (" + EventRows.COLUMNS + ", data_source) SELECT "
                            + EventRows.COLUMNS + ", data_source FROM event_load");
                }
                progress.report("indexing events", loaded, loaded);
                if (indexLater) {
                    statement.execute(
                            "ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY (tenant_id, event_id)");
                    statement.execute(
                            "CREATE INDEX events_by_learner ON events (tenant_id, user_id, occurred_at, seq)");
                }
                statement.execute("ANALYZE events");
                return loaded;
            }
        });
    }

    /** Whether row-level security binds this login: COPY cannot write past it then, INSERT can. */
    private static boolean isSecured(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT row_security_active('events')")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        statement.execute("LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE");
        try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM events)")) {
            return row.next() && !row.getBoolean(1);
        }
    }

    private static void copy(
            Iterator<? extends LearnerEvent> events, DataSource source, Progress progress, CopyRows rows)
            throws SQLException, IOException {
        var field = new FieldCheck();
        int done = 0;
        while (events.hasNext()) {
            LearnerEvent event = events.next();
            EventRows.check(event, field.at(done));
            EventRows.write(event, source, rows);
            rows.end();
            if (++done % PROGRESS_STEP == 0) {
                progress.report("loading events", done, 0);
            }
        }
    }

    /** What identifies an event. */
    private record EventId(String tenantId, String eventId) {
        static EventId of(LearnerEvent event) {
            return new EventId(event.learner().tenantId(), event.eventId());
        }
    }
}
