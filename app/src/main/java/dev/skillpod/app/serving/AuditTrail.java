package dev.skillpod.app.serving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators did. Thread-safe. */
public interface AuditTrail {
    /**
     * One act.
     *
     * @param at when it was recorded
     * @param by who did it
     * @param role in which role
     * @param action what was done
     * @param subject to what
     * @param outcome how it ended
     * @param requestId the request it belongs to, or null
     */
    record Entry(
            Instant at,
            String by,
            String role,
            String action,
            String subject,
            String outcome,
            @Nullable String requestId) {}

    /** Appends an act. */
    void append(Entry entry);

    /** Returns the latest acts, the newest first. */
    List<Entry> latest(int limit);
}
