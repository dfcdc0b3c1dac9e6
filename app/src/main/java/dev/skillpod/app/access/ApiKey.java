package dev.skillpod.app.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored: without its secret.
 *
 * @param keyId the middle of the key's text
 * @param secretHash SHA-256 of the secret
 * @param role what it is for
 * @param tenantId the only tenant it may name, or null for any
 * @param name what people call it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param lastUsedAt when it was used last, to the minute or so, or null
 * @param revokedAt since when it opens nothing, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record ApiKey(
        String keyId,
        byte[] secretHash,
        Role role,
        @Nullable String tenantId,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /** Returns who a request is from that shows this key. */
    public Caller caller() {
        return new Caller("key:" + keyId, java.util.Set.of(role), tenantId);
    }

    @Override
    public String toString() {
        return "ApiKey[" + keyId + ", " + role + "]";
    }
}
