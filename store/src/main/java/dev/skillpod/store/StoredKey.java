package dev.skillpod.store;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key of a caller; the secret itself is not kept anywhere.
 *
 * @param keyId 12 letters or digits
 * @param secretHash SHA-256 of the secret, 32 bytes
 * @param role CALLER, INGEST or ADMIN
 * @param tenantId the only tenant the key may name, or null for any
 * @param name what people call it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param lastUsedAt when it was used last, to the minute or so, or null
 * @param revokedAt since when it opens nothing, or null
 */
public record StoredKey(
        String keyId,
        byte[] secretHash,
        String role,
        @Nullable String tenantId,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredKey key && key.keyId.equals(keyId) && Arrays.equals(key.secretHash, secretHash);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    /** Says which key it is, and nothing of its secret. */
    @Override
    public String toString() {
        return "StoredKey[" + keyId + ", " + role + ", " + name + "]";
    }
}
