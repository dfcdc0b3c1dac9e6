package dev.skillpod.app.inmemory;

import dev.skillpod.app.access.AdminKeyNotice;
import dev.skillpod.app.access.ApiKey;
import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.serving.AuditTrail;
import dev.skillpod.app.serving.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and the audit log in memory, and the admin key of this start; can be told to be away. */
public final class InMemoryAccess implements ApiKeys, AuditTrail, AdminKeyNotice {
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Instant> uses = new LinkedHashMap<>();
    private final List<KeyText> shown = new ArrayList<>();
    private long version;
    private volatile boolean away;

    /** Makes every later call fail, or work again. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** Makes a key and returns its text. */
    public synchronized String make(Role role, String tenantId) {
        KeyText text = KeyText.random();
        add(text.stored(role, tenantId, "test", Instant.now(), "test"));
        return text.reveal();
    }

    /** Forgets all keys. */
    public synchronized void clear() {
        keys.clear();
        version++;
    }

    /** Returns the admin key of this start. */
    public synchronized KeyText adminKey() {
        return shown.getLast();
    }

    /** Returns how often an admin key was shown. */
    public synchronized int timesShown() {
        return shown.size();
    }

    /** Returns when keys were used, as far as it was noted. */
    public synchronized Map<String, Instant> uses() {
        return Map.copyOf(uses);
    }

    @Override
    public synchronized void show(KeyText key) {
        shown.add(key);
    }

    @Override
    public synchronized void add(ApiKey key) {
        failWhenAway();
        keys.put(key.keyId(), key);
        version++;
    }

    @Override
    public synchronized List<ApiKey> list() {
        failWhenAway();
        return new ArrayList<>(keys.values()).reversed();
    }

    @Override
    public synchronized Optional<ApiKey> revoke(String keyId) {
        failWhenAway();
        ApiKey key = keys.get(keyId);
        if (key != null && key.revokedAt() == null) {
            keys.put(
                    keyId,
                    new ApiKey(
                            keyId,
                            key.secretHash(),
                            key.role(),
                            key.tenantId(),
                            key.name(),
                            key.createdAt(),
                            key.createdBy(),
                            key.lastUsedAt(),
                            Instant.now()));
            version++;
        }
        return Optional.ofNullable(keys.get(keyId));
    }

    @Override
    public synchronized long version() {
        failWhenAway();
        return version;
    }

    @Override
    public synchronized void used(Map<String, Instant> lastUse) {
        failWhenAway();
        uses.putAll(lastUse);
    }

    @Override
    public synchronized void append(Entry entry) {
        failWhenAway();
        entries.add(entry);
    }

    @Override
    public synchronized List<Entry> latest(int limit) {
        failWhenAway();
        return new ArrayList<>(entries).reversed().stream().limit(limit).toList();
    }

    private void failWhenAway() {
        if (away) {
            throw new StoreUnavailableException("the database cannot be reached", Duration.ofSeconds(7), null);
        }
    }
}
