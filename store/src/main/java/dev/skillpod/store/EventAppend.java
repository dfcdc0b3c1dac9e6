package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.catalog.DataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One append: the events are copied into a table of the connection's own, and from there into the log where their ids are
 * free. Where an id was taken, both rows are compared column by column.
 *
 * <p>Rows go in ordered by id, so that two appends with ids in common wait for each other instead of deadlocking.
 */
final class EventAppend {
    private static final String STAGE =
            "CREATE TEMPORARY TABLE IF NOT EXISTS event_stage ON COMMIT DELETE ROWS AS SELECT 0 AS place, "
                    + EventRows.COLUMNS + ", data_source FROM events WITH NO DATA";

    private static final String INSERT = "INSERT INTO events (" + EventRows.COLUMNS + ", data_source) SELECT "
            + EventRows.COLUMNS + ", data_source FROM event_stage ORDER BY tenant_id, event_id"
            + " ON CONFLICT (tenant_id, event_id) DO NOTHING";

    private static final String CONFLICTS = "SELECT s.place FROM event_stage s JOIN events e"
            + " ON e.tenant_id = s.tenant_id AND e.event_id = s.event_id WHERE (" + prefixed("s") + ")"
            + " IS DISTINCT FROM (" + prefixed("e") + ") ORDER BY s.place";

    private EventAppend() {}

    /** Some ids are taken by other events; rolls the append back. */
    @SuppressWarnings("serial")
    static final class Conflict extends RuntimeException {
        final List<Integer> indexes;

        Conflict(List<Integer> indexes) {
            super(indexes.size() + " event ids are taken", null, false, false);
            this.indexes = indexes;
        }
    }

    /** Appends the events at {@code places} and returns how many were new. */
    static int run(
            Connection connection, List<? extends LearnerEvent> events, Collection<Integer> places, DataSource source)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            Sql.copyIn(
                    connection, "COPY event_stage (" + EventRows.COLUMNS + ", data_source, place) FROM STDIN", rows -> {
                        for (int place : places) {
                            EventRows.write(events.get(place), source, rows);
                            rows.number(place).end();
                        }
                    });
            int inserted = statement.executeUpdate(INSERT);
            if (inserted < places.size()) {
                refuseConflicts(statement);
            }
            return inserted;
        }
    }

    private static void refuseConflicts(Statement statement) throws SQLException {
        var indexes = new ArrayList<Integer>();
        try (ResultSet row = statement.executeQuery(CONFLICTS)) {
            while (row.next()) {
                indexes.add(row.getInt(1));
            }
        }
        if (!indexes.isEmpty()) {
            throw new Conflict(List.copyOf(indexes));
        }
    }

    private static String prefixed(String table) {
        return table + "." + EventRows.COLUMNS.replace(", ", ", " + table + ".");
    }
}
