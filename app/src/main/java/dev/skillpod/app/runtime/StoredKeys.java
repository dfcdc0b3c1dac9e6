package dev.skillpod.app.runtime;

import dev.skillpod.app.access.ApiKey;
import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.access.Role;
import dev.skillpod.store.Database;
import dev.skillpod.store.KeyStore;
import dev.skillpod.store.StoredKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keys in the database. */
public final class StoredKeys implements ApiKeys {
    private final Supplier<KeyStore> store;

    StoredKeys(ServiceRuntime runtime) {
        this.store = () -> runtime.database().keys();
    }

    /** The keys of a database that is open. */
    public StoredKeys(Database database) {
        this.store = database::keys;
    }

    @Override
    public void add(ApiKey key) {
        store.get()
                .add(new StoredKey(
                        key.keyId(),
                        key.secretHash(),
                        key.role().name(),
                        key.tenantId(),
                        key.name(),
                        key.createdAt(),
                        key.createdBy(),
                        null,
                        null));
    }

    @Override
    public List<ApiKey> list() {
        return store.get().list().stream().map(StoredKeys::key).toList();
    }

    @Override
    public Optional<ApiKey> revoke(String keyId) {
        return store.get().revoke(keyId).map(StoredKeys::key);
    }

    @Override
    public long version() {
        return store.get().version();
    }

    @Override
    public void used(Map<String, Instant> lastUse) {
        store.get().used(lastUse);
    }

    private static ApiKey key(StoredKey key) {
        return new ApiKey(
                key.keyId(),
                key.secretHash(),
                Role.valueOf(key.role()),
                key.tenantId(),
                key.name(),
                key.createdAt(),
                key.createdBy(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
