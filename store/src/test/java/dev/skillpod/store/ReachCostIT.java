package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What row-level security costs the query of a request: the same rows with and without it, by turns. */
class ReachCostIT {
    private static final int TURNS = 400;
    private static final String ROWS =
            "SELECT * FROM learners WHERE tenant_id = ? AND user_id = ?; SELECT * FROM events"
                    + " WHERE tenant_id = ? AND user_id = ? ORDER BY occurred_at DESC, seq DESC LIMIT 300";

    private final Database database = SharedDatabase.get();
    private final LearnerKey ann = new LearnerKey(SharedDatabase.unique("cost"), "ann");

    @Test
    void oneRoundTripAndLittleMore() throws SQLException {
        List<LearnerEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(Events.view(ann, "e" + i, i));
        }
        database.events().append(events);
        double[] bare = new double[TURNS];
        double[] secured = new double[TURNS];
        try (Connection superuser = Connections.open(database);
                Connection tenant = Connections.open(database)) {
            tenant.createStatement().execute("SET ROLE skillpod_tenant");
            try (PreparedStatement without = superuser.prepareStatement(ROWS);
                    PreparedStatement with = tenant.prepareStatement(Reach.TENANT_FIRST + ROWS)) {
                for (int i = -TURNS / 2; i < TURNS; i++) {
                    double plain = millis(without, false);
                    double locked = millis(with, true);
                    if (i >= 0) {
                        bare[i] = plain;
                        secured[i] = locked;
                    }
                }
            }
        }
        Arrays.sort(bare);
        Arrays.sort(secured);
        System.out.printf(
                "history of 300 events: %.3f ms without row-level security, %.3f ms with it (medians of %d)%n",
                bare[TURNS / 2], secured[TURNS / 2], TURNS);
        // A second round trip, or a policy evaluated per row by a function call, would double the quarter of a
        // millisecond.
        assertThat(secured[TURNS / 2]).isLessThan(bare[TURNS / 2] * 2 + 0.2);
    }

    private double millis(PreparedStatement query, boolean reach) throws SQLException {
        int at = 1;
        if (reach) {
            query.setString(at++, ann.tenantId());
        }
        for (int i = 0; i < 2; i++) {
            query.setString(at++, ann.tenantId());
            query.setString(at++, ann.userId());
        }
        long begin = System.nanoTime();
        query.execute();
        if (reach) {
            query.getMoreResults();
        }
        query.getMoreResults();
        int rows = 0;
        try (ResultSet row = query.getResultSet()) {
            while (row.next()) {
                rows++;
            }
        }
        double took = (System.nanoTime() - begin) / 1e6;
        assertThat(rows).isEqualTo(300);
        return took;
    }
}
