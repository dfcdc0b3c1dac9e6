package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys and the audit log. */
class KeyStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Database database = SharedDatabase.get();
    private final KeyStore keys = database.keys();
    private final String id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private StoredKey key(String role, String tenant) {
        return new StoredKey(id, new byte[32], role, tenant, "the back end", NOW, "test", null, null);
    }

    @Test
    void aKeyIsAddedUsedAndRevokedOnce() {
        long before = keys.version();
        keys.add(key("CALLER", "acme"));
        keys.used(Map.of(id, NOW.plusSeconds(60)));

        StoredKey stored = keys.list().stream()
                .filter(k -> k.keyId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(stored.tenantId()).isEqualTo("acme");
        assertThat(stored.lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored.revokedAt()).isNull();
        assertThat(keys.version()).isEqualTo(before + 1);

        Instant revoked = keys.revoke(id).orElseThrow().revokedAt();
        assertThat(revoked).isNotNull();
        assertThat(keys.revoke(id).orElseThrow().revokedAt()).isEqualTo(revoked);
        assertThat(keys.version()).isEqualTo(before + 2);
        assertThat(keys.revoke("nothing")).isEmpty();
    }

    @Test
    void anAdminHasNoTenant() {
        assertThatThrownBy(() -> keys.add(key("ADMIN", "acme"))).isInstanceOf(StoreException.class);
    }

    @Test
    void theAuditLogOnlyGrows() throws SQLException {
        database.audit().append("key:abc", "ADMIN", "promote", "ranker\0", "200", "r-1");

        AuditStore.Entry entry = database.audit().latest(1).getFirst();
        assertThat(entry.subject()).isEqualTo("ranker ");
        assertThat(entry.requestId()).isEqualTo("r-1");
        try (var connection = Connections.open(database);
                var statement = connection.createStatement()) {
            for (String change :
                    new String[] {"UPDATE audit_log SET actor = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"}) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
    }
}
