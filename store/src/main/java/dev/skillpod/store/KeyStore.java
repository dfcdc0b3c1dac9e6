package dev.skillpod.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of callers. Thread-safe. */
public final class KeyStore {
    private static final String COLUMNS =
            "key_id, secret_hash, role, tenant_id, name, created_at, created_by, last_used_at, revoked_at";
    private static final String CHANGED = "UPDATE api_key_version SET version = version + 1";

    private final Sql sql;

    KeyStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a key.
     *
     * @throws InvalidRecordException when a value may not be stored
     */
    public void add(StoredKey key) {
        var field = new FieldCheck().id("name", key.name());
        String tenant = key.tenantId();
        if (tenant != null) {
            field.id("tenantId", tenant);
        }
        sql.write(h -> {
            h.execute(CHANGED);
            return h.execute(
                    "INSERT INTO api_keys (key_id, secret_hash, role, tenant_id, name, created_at, created_by)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    key.keyId(),
                    key.secretHash(),
                    key.role(),
                    tenant,
                    key.name(),
                    OffsetDateTime.ofInstant(key.createdAt(), ZoneOffset.UTC),
                    key.createdBy());
        });
    }

    /** Returns all keys, revoked ones included, the newest first. */
    public List<StoredKey> list() {
        return sql.query(h -> h.createQuery("SELECT " + COLUMNS + " FROM api_keys ORDER BY created_at DESC, key_id")
                .map((row, context) -> read(row))
                .list());
    }

    /**
     * Makes a key useless for ever; one that is revoked already stays as it is.
     *
     * @return the key afterwards; empty when there is none of this id
     */
    public Optional<StoredKey> revoke(String keyId) {
        return sql.write(h -> {
            int revoked =
                    h.execute("UPDATE api_keys SET revoked_at = now() WHERE key_id = ? AND revoked_at IS NULL", keyId);
            if (revoked > 0) {
                h.execute(CHANGED);
            }
            return h.createQuery("SELECT " + COLUMNS + " FROM api_keys WHERE key_id = ?")
                    .bind(0, keyId)
                    .map((row, context) -> read(row))
                    .findOne();
        });
    }

    /** Returns a number that rises whenever a key is added or revoked. */
    public long version() {
        return sql.query(h -> h.createQuery("SELECT version FROM api_key_version")
                .mapTo(Long.class)
                .one());
    }

    /** Notes when keys were used last. */
    public void used(Map<String, Instant> lastUse) {
        if (lastUse.isEmpty()) {
            return;
        }
        sql.write(h -> {
            var batch = h.prepareBatch("UPDATE api_keys SET last_used_at = ? WHERE key_id = ?");
            lastUse.forEach((keyId, at) -> batch.bind(0, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .bind(1, keyId)
                    .add());
            return batch.execute().length;
        });
    }

    private static StoredKey read(ResultSet row) throws SQLException {
        return new StoredKey(
                row.getString(1),
                row.getBytes(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                instant(row.getObject(8, OffsetDateTime.class)),
                instant(row.getObject(9, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
