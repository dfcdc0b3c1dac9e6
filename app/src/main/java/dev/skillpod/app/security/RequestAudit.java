package dev.skillpod.app.security;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.serving.AuditLog;
import dev.skillpod.app.serving.AuditTrail;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Adds to an act who did it and in which request. Thread-safe. */
final class RequestAudit implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAudit.class);

    private final AuditTrail trail;
    private final InstantSource clock;

    RequestAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subject, String outcome) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        String by = "system";
        String role = "system";
        if (known instanceof CallerAuthentication request) {
            Caller caller = request.getPrincipal();
            by = caller.id();
            role = caller.roleText();
        }
        try {
            trail.append(
                    new AuditTrail.Entry(clock.instant(), by, role, action, subject, outcome, MDC.get("request_id")));
        } catch (RuntimeException e) {
            LOG.warn("not in the audit log: {} did {} to {}: {}", by, action, subject, outcome, e);
        }
    }
}
