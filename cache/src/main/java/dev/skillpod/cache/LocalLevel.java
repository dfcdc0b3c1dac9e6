package dev.skillpod.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Values in the memory of this process: those that are asked for most stay when the bytes are used up. Thread-safe. */
final class LocalLevel {
    /** What a value takes beside its bytes: the key's three strings and the entry. */
    private static final int OVERHEAD = 320;

    private final Cache<CacheKey, Kept> cache;
    private final Map<String, Size> sizes = new ConcurrentHashMap<>();

    private record Kept(byte[] value, long until) {}

    private static final class Size {
        final LongAdder entries = new LongAdder();
        final LongAdder bytes = new LongAdder();

        void add(int entry, long weight) {
            entries.add(entry);
            bytes.add(weight);
        }
    }

    LocalLevel(long mostBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher(LocalLevel::weight)
                .expireAfter(Expiry.<CacheKey, Kept>creating(
                        (key, kept) -> Duration.ofMillis(Math.max(0, kept.until - System.currentTimeMillis()))))
                .removalListener(this::removed)
                .executor(Runnable::run)
                .build();
    }

    Optional<byte[]> get(CacheKey key) {
        Kept kept = cache.getIfPresent(key);
        return kept == null ? Optional.empty() : Optional.of(kept.value);
    }

    /** Keeps a value until then, in milliseconds since 1970. */
    void put(CacheKey key, byte[] value, long until) {
        var kept = new Kept(value, until);
        size(key).add(1, weight(key, kept));
        cache.put(key, kept);
    }

    void evict(String owner) {
        cache.asMap().keySet().removeIf(key -> key.owner().equals(owner));
    }

    long entries(String space) {
        Size size = sizes.get(space);
        return size == null ? 0 : size.entries.sum();
    }

    long bytes(String space) {
        Size size = sizes.get(space);
        return size == null ? 0 : size.bytes.sum();
    }

    private void removed(@Nullable CacheKey key, @Nullable Kept kept, RemovalCause cause) {
        if (key != null && kept != null) {
            size(key).add(-1, -weight(key, kept));
        }
    }

    private Size size(CacheKey key) {
        return sizes.computeIfAbsent(key.space(), space -> new Size());
    }

    private static int weight(CacheKey key, Kept kept) {
        return OVERHEAD + kept.value.length;
    }
}
