package dev.skillpod.app.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may call, as the environment says it.
 *
 * @param adminKey a key of administrators, or empty
 * @param oidc whose tokens are taken, or empty
 * @param rateLimit requests per second and key, at least 1, or 0 for no limit
 */
public record AccessSettings(Optional<String> adminKey, Optional<Oidc> oidc, int rateLimit) {
    private static final int SHORTEST_ADMIN_KEY = 16;
    private static final int MOST_PER_SECOND = 1_000_000;

    /**
     * An identity provider.
     *
     * @param issuer the {@code iss} of its tokens, below which its keys are found
     * @param audience what the {@code aud} of a token must name
     * @param rolesClaim where the roles stand, with dots between nested names
     * @param tenantClaim where the tenant stands
     */
    public record Oidc(String issuer, String audience, String rolesClaim, String tenantClaim) {}

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the variable, never a secret
     */
    static AccessSettings read(Map<String, String> environment) {
        Optional<String> adminKey = Settings.optional(environment, Setting.ADMIN_KEY);
        if (adminKey.isPresent() && adminKey.get().length() < SHORTEST_ADMIN_KEY) {
            throw new IllegalArgumentException("ADMIN_KEY must have at least " + SHORTEST_ADMIN_KEY
                    + " characters; `openssl rand -hex 32` makes one");
        }
        if (adminKey.isPresent() && adminKey.equals(Settings.optional(environment, Setting.ML_SERVICE_TOKEN))) {
            throw new IllegalArgumentException("ADMIN_KEY and ML_SERVICE_TOKEN must not be the same");
        }
        return new AccessSettings(adminKey, oidc(environment), rateLimit(environment));
    }

    private static Optional<Oidc> oidc(Map<String, String> environment) {
        Optional<String> issuer = Settings.optional(environment, Setting.OIDC_ISSUER_URI);
        Optional<String> audience = Settings.optional(environment, Setting.OIDC_AUDIENCE);
        if (issuer.isPresent() != audience.isPresent()) {
            throw new IllegalArgumentException(
                    "OIDC_ISSUER_URI and OIDC_AUDIENCE must be set together: a token for another"
                            + " service must not open this one");
        }
        return issuer.map(uri -> new Oidc(
                uri,
                audience.orElseThrow(),
                Settings.value(environment, Setting.OIDC_ROLES_CLAIM),
                Settings.value(environment, Setting.OIDC_TENANT_CLAIM)));
    }

    private static int rateLimit(Map<String, String> environment) {
        return Settings.number(environment, Setting.RATE_LIMIT_PER_SECOND, 0, MOST_PER_SECOND);
    }

    /** Returns the settings without secrets. */
    @Override
    public String toString() {
        @Nullable Object provider = oidc.map(Oidc::issuer).orElse(null);
        return "AccessSettings[adminKey=" + (adminKey.isPresent() ? "set" : "unset") + ", oidc=" + provider
                + ", rateLimit=" + rateLimit + "]";
    }
}
