package dev.skillpod.app.security;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.Role;

/** What a route asks of a caller. */
public enum Need {
    /** Nothing: probes, documentation, the console's files. */
    OPEN,
    /** Any key at all: there is nothing at this path, or the method is one that nothing answers. */
    ANY_KEY,
    CALLER,
    INGEST,
    /** The role ingest for any tenant: it changes what all tenants share. */
    INGEST_SHARED,
    ADMIN,
    /** The role admin; on loopback without keys nothing. */
    METRICS;

    boolean metBy(Caller caller) {
        return switch (this) {
            case OPEN, ANY_KEY -> true;
            case CALLER -> caller.may(Role.CALLER);
            case INGEST -> caller.may(Role.INGEST);
            case INGEST_SHARED -> caller.may(Role.INGEST) && caller.tenantId() == null;
            case ADMIN -> caller.may(Role.ADMIN) && caller.tenantId() == null;
            case METRICS -> caller.keyless() || (caller.may(Role.ADMIN) && caller.tenantId() == null);
        };
    }

    /** Says to a caller who does not have it what is missing. */
    String unmet(Caller caller) {
        Role role = switch (this) {
            case OPEN, ANY_KEY, CALLER -> Role.CALLER;
            case INGEST, INGEST_SHARED -> Role.INGEST;
            case ADMIN, METRICS -> Role.ADMIN;
        };
        return caller.may(role)
                ? "this changes what all tenants share; the key must not belong to a tenant"
                : "this needs a key with the role " + role.wireName();
    }
}
