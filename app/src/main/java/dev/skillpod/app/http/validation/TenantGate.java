package dev.skillpod.app.http.validation;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.Callers;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.serving.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps callers whose key belongs to a tenant from naming another one. Thread-safe; asks who is calling on this thread. */
@Component
public class TenantGate {
    /** The tenant of requests that name none and come from a caller that may name any. */
    public static final String DEFAULT_TENANT = "default";

    private final Callers callers;

    TenantGate(Callers callers) {
        this.callers = callers;
    }

    /**
     * Returns the tenant when the caller may name it.
     *
     * @param field where it is named
     * @throws InvalidRequestException 403 when it is another's
     */
    public String check(String field, String tenantId) {
        check(new FieldError(field, "", ErrorCode.NOT_ALLOWED), tenantId);
        return tenantId;
    }

    /** The same for a line of many. */
    public void checkLine(String field, String tenantId, int line) {
        check(new FieldError(field, "", ErrorCode.NOT_ALLOWED, line), tenantId);
    }

    /**
     * Returns the tenant that an optional header or parameter names; without one, the caller's own.
     *
     * @throws InvalidRequestException 422 when it is no id, 403 when it is another's
     */
    public String named(String field, @Nullable String tenantId) {
        if (tenantId != null) {
            return check(field, PathId.check(field, tenantId));
        }
        String own = bound();
        return own == null ? DEFAULT_TENANT : own;
    }

    /** Returns the only tenant that there is for the caller, or null for a caller that may name any. */
    public @Nullable String bound() {
        return callers.current().tenantId();
    }

    private void check(FieldError at, String tenantId) {
        Caller caller = callers.current();
        if (!caller.mayName(tenantId)) {
            throw InvalidRequestException.forbidden(new FieldError(
                    at.field(),
                    "must be the tenant that this key belongs to, was \"" + Excerpt.of(tenantId) + '"',
                    at.code(),
                    at.line()));
        }
    }
}
