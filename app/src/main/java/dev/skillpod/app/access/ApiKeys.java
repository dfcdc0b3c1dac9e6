package dev.skillpod.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored keys. Thread-safe; every method may throw {@code StoreUnavailableException}. */
public interface ApiKeys {
    /** Adds a key of a new id. */
    void add(ApiKey key);

    /** Returns all keys, revoked ones included, the newest first. */
    List<ApiKey> list();

    /** Revokes a key, for ever; returns it as it is afterwards, or nothing when there is none of this id. */
    Optional<ApiKey> revoke(String keyId);

    /** Returns a number that changes whenever a key is added or revoked. */
    long version();

    /** Notes when keys were used last. */
    void used(Map<String, Instant> lastUse);
}
