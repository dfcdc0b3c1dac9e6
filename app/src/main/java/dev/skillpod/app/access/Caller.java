package dev.skillpod.app.access;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as their key says. Immutable.
 *
 * @param id what the audit log calls them: {@code key:…}, {@code jwt:…} or a setting; no secret
 * @param roles what they may do
 * @param tenantId the only tenant they may name, or null for any
 * @param keyless whether they showed no key: somebody at this machine while the service has no keys
 */
public record Caller(String id, Set<Role> roles, @Nullable String tenantId, boolean keyless) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller that showed a key or a token. */
    public Caller(String id, Set<Role> roles, @Nullable String tenantId) {
        this(id, roles, tenantId, false);
    }

    /** Whether they may do what a role may. */
    public boolean may(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    /** Whether they may name a tenant. */
    public boolean mayName(String tenant) {
        return tenantId == null || tenantId.equals(tenant);
    }

    /** Returns the roles in one word, for the audit log. */
    public String roleText() {
        return roles.stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::wireName)
                .collect(Collectors.joining("+"));
    }
}
