package dev.skillpod.app.serving;

/** Remembers what administrators did, for good. Thread-safe. */
@FunctionalInterface
public interface AuditLog {
    /**
     * Records an act of whoever sent the request that this thread answers; "system" when it answers none. Does not throw: an
     * act that cannot be recorded is logged as a warning.
     *
     * @param action what was done
     * @param subject to what; no secret, and no learner's id
     * @param outcome how it ended
     */
    void record(String action, String subject, String outcome);
}
