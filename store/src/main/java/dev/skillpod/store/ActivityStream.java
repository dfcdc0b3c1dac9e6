package dev.skillpod.store;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The whole log, read with two cursors that run side by side: profiles and events, both ordered by tenant and user. A
 * learner may have either or both.
 */
final class ActivityStream implements ActivityLog {
    private static final int FETCH_ROWS = 5_000;

    /** The order of collation "C": by UTF-8 bytes, which is by code point and not by UTF-16 unit. */
    private static final Comparator<String> DATABASE_ORDER = (a, b) -> a.equals(b)
            ? 0
            : Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<LearnerKey> ORDER = Comparator.comparing(LearnerKey::tenantId, DATABASE_ORDER)
            .thenComparing(LearnerKey::userId, DATABASE_ORDER);

    private static final String PROFILES = "SELECT tenant_id, user_id, " + ProfileRows.COLUMNS
            + " FROM learners WHERE created_at < ? ORDER BY tenant_id, user_id";

    /** What an impression without a propensity of its own was shown with, when it is of a list of ours, at its place. */
    private static final String LOGGED_PROPENSITY = """
        CASE WHEN e.propensity IS NULL AND e.type = 'IMPRESSION'
            AND e.recommendation_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        THEN (SELECT r.propensities[e.position] FROM recommendations r
            WHERE r.tenant_id = e.tenant_id AND r.id = CAST(e.recommendation_id AS uuid)
            AND r.content_ids[e.position] = e.content_id)
        ELSE e.propensity END AS propensity\
        """;

    private static final String EVENTS = "SELECT " + EventRows.columns(LOGGED_PROPENSITY)
            + " FROM events e WHERE occurred_at < ? ORDER BY tenant_id, user_id, occurred_at, seq";

    private final Sql sql;
    private final OffsetDateTime before;

    /** Reads events and profiles that were there before an instant; profiles as they are now. */
    ActivityStream(Sql sql, OffsetDateTime before) {
        this.sql = sql;
        this.before = before;
    }

    @Override
    public void forEachLearner(Consumer<LearnerHistory> visitor) {
        sql.snapshot(Reach.ALL, h -> {
            Connection connection = h.getConnection();
            try (PreparedStatement profileQuery = cursor(connection, PROFILES, before);
                    ResultSet profileRows = profileQuery.executeQuery();
                    PreparedStatement eventQuery = cursor(connection, EVENTS, before);
                    ResultSet eventRows = eventQuery.executeQuery()) {
                merge(new Profiles(profileRows), eventRows, visitor);
            }
            return true;
        });
    }

    private static void merge(Profiles profiles, ResultSet rows, Consumer<LearnerHistory> visitor) throws SQLException {
        var reader = new EventRows.Reader();
        HistoryBuilder history = null;
        while (rows.next()) {
            LearnerEvent event = reader.read(rows);
            if (history == null || !history.learner().equals(event.learner())) {
                if (history != null) {
                    visitor.accept(history.build(profiles.take(history.learner())));
                }
                profiles.visitBefore(event.learner(), visitor);
                history = new HistoryBuilder(event.learner());
            }
            history.add(event);
        }
        if (history != null) {
            visitor.accept(history.build(profiles.take(history.learner())));
        }
        profiles.visitBefore(null, visitor);
    }

    /** Fetches in binary from the first row on: half the time of text. */
    private static PreparedStatement cursor(Connection connection, String query, OffsetDateTime before)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setObject(1, before);
        statement.setFetchSize(FETCH_ROWS);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }

    /** The cursor over profiles, one row ahead. */
    private static final class Profiles {
        private final ResultSet rows;
        private @Nullable LearnerKey next;

        Profiles(ResultSet rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        /** Visits learners that have no events and come before {@code limit}; null is the end. */
        void visitBefore(@Nullable LearnerKey limit, Consumer<LearnerHistory> visitor) throws SQLException {
            for (LearnerKey at = next; at != null && (limit == null || ORDER.compare(at, limit) < 0); at = next) {
                visitor.accept(LearnerHistory.of(at, ProfileRows.read(rows, 3)));
                advance();
            }
        }

        LearnerProfile take(LearnerKey learner) throws SQLException {
            if (!learner.equals(next)) {
                return LearnerProfile.empty();
            }
            LearnerProfile profile = ProfileRows.read(rows, 3);
            advance();
            return profile;
        }

        private void advance() throws SQLException {
            next = rows.next() ? new LearnerKey(rows.getString(1), rows.getString(2)) : null;
        }
    }
}
