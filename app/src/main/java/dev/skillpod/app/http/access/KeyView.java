package dev.skillpod.app.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.access.ApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key as it is shown; the secret only in the answer that made it. */
@Schema(name = "Key", description = "A key. Its text is shown once, in the answer that made it.")
public record KeyView(
        @JsonProperty("key_id") String keyId,
        @JsonProperty("role") String role,
        @JsonProperty("tenant_id") @Nullable String tenantId,
        @JsonProperty("name") String name,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("created_by") String createdBy,

        @JsonProperty("last_used_at") @Schema(description = "To the minute or so.") @Nullable
        String lastUsedAt,

        @JsonProperty("revoked_at") @Nullable String revokedAt,

        @JsonProperty("key")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What to send; kept nowhere.")
        @Nullable
        String key) {

    /** All keys. */
    @Schema(name = "Keys")
    public record All(@JsonProperty("keys") List<KeyView> keys) {}

    /** Returns the wire form. */
    static KeyView of(ApiKey key, @Nullable String text) {
        return new KeyView(
                key.keyId(),
                key.role().wireName(),
                key.tenantId(),
                key.name(),
                key.createdAt().toString(),
                key.createdBy(),
                text(key.lastUsedAt()),
                text(key.revokedAt()),
                text);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
