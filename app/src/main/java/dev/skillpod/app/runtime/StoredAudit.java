package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.AuditTrail;
import java.util.List;

/** The audit log in the database, whose clock says when an act was recorded. */
final class StoredAudit implements AuditTrail {
    private final ServiceRuntime runtime;

    StoredAudit(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void append(Entry entry) {
        runtime.database()
                .audit()
                .append(entry.by(), entry.role(), entry.action(), entry.subject(), entry.outcome(), entry.requestId());
    }

    @Override
    public List<Entry> latest(int limit) {
        return runtime.database().audit().latest(limit).stream()
                .map(e -> new Entry(e.at(), e.actor(), e.role(), e.action(), e.subject(), e.outcome(), e.requestId()))
                .toList();
    }
}
