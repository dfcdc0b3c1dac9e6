package dev.skillpod.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The append-only log of what administrators did. Thread-safe. */
public final class AuditStore {
    private static final int LONGEST = 500;

    private final Sql sql;

    AuditStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * One act.
     *
     * @param at when it was recorded
     * @param actor who did it
     * @param role in which role
     * @param action what was done
     * @param subject to what
     * @param outcome how it ended
     * @param requestId the request it belongs to, or null
     */
    public record Entry(
            Instant at,
            String actor,
            String role,
            String action,
            String subject,
            String outcome,
            @Nullable String requestId) {}

    /** Appends an act; texts longer than 500 characters are cut. */
    public void append(
            String actor, String role, String action, String subject, String outcome, @Nullable String requestId) {
        sql.write(h -> h.execute(
                "INSERT INTO audit_log (actor, role, action, subject, outcome, request_id) VALUES (?, ?, ?, ?, ?, ?)",
                text(actor),
                text(role),
                text(action),
                text(subject),
                text(outcome),
                requestId));
    }

    /** Returns the latest acts, the newest first. */
    public List<Entry> latest(int limit) {
        return sql.query(h -> h.createQuery(
                        "SELECT at, actor, role, action, subject, outcome, request_id FROM audit_log"
                                + " ORDER BY seq DESC LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Entry(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list());
    }

    private static String text(String value) {
        String stored = value.replace('\0', ' ');
        return stored.length() <= LONGEST ? stored : stored.substring(0, LONGEST);
    }
}
