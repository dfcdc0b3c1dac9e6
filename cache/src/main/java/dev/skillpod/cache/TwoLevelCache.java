package dev.skillpod.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by key: from the memory of this process, else from Redis, else made. Thread-safe.
 *
 * <p>When several threads of this process ask for the same key at a time, one of them looks and makes, and the others wait for
 * it; what it throws, they throw. A value is kept for the time of the settings from when it was made, whichever level it comes from.
 * Callers must not change what they are given.
 */
public final class TwoLevelCache implements AutoCloseable {
    private final Duration ttl;
    private final InstantSource clock;
    private final LocalLevel local;
    private final @Nullable RedisLevel redis;
    private final RedisHealth withoutRedis;
    private final ConcurrentMap<CacheKey, CompletableFuture<byte[]>> flights = new ConcurrentHashMap<>();
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    private static final class Counts {
        final LongAdder localHits = new LongAdder();
        final LongAdder redisHits = new LongAdder();
        final LongAdder misses = new LongAdder();
    }

    private TwoLevelCache(CacheSettings settings, boolean withRedis, InstantSource clock) {
        this.ttl = settings.ttl();
        this.clock = clock;
        this.local = new LocalLevel(settings.localBytes());
        this.redis = withRedis && !ttl.isZero() ? new RedisLevel(settings) : null;
        this.withoutRedis = new RedisHealth(RedisHealth.State.OFF, clock.instant(), "not used");
    }

    /** Opens both levels; returns at once, Redis joins when it answers. */
    public static TwoLevelCache open(CacheSettings settings) {
        return new TwoLevelCache(settings, true, InstantSource.system());
    }

    /** Returns a cache in the memory of this process only. */
    public static TwoLevelCache local(Duration ttl, long bytes) {
        var settings = new CacheSettings("redis://localhost", false, ttl, bytes, CacheSettings.DEFAULT_PATIENCE);
        return new TwoLevelCache(settings, false, InstantSource.system());
    }

    /**
     * Returns the value of a key, making it when it is nowhere.
     *
     * @param make makes the value; called at most once, on this thread
     * @param read turns bytes into the value; what it cannot read (it throws) is made again
     * @param write turns the value into bytes
     */
    public <T> T get(CacheKey key, Supplier<T> make, Function<byte[], T> read, Function<T, byte[]> write) {
        if (ttl.isZero()) {
            counts(key).misses.increment();
            return make.get();
        }
        Optional<T> inMemory = local.get(key).flatMap(bytes -> readable(read, bytes));
        if (inMemory.isPresent()) {
            counts(key).localHits.increment();
            return inMemory.get();
        }
        var mine = new CompletableFuture<byte[]>();
        CompletableFuture<byte[]> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            T value = read.apply(join(other));
            counts(key).localHits.increment();
            return value;
        }
        try {
            T value = lookOrMake(key, mine, make, read, write);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    private <T> T lookOrMake(
            CacheKey key,
            CompletableFuture<byte[]> flight,
            Supplier<T> make,
            Function<byte[], T> read,
            Function<T, byte[]> write) {
        Optional<byte[]> landed = local.get(key); // by a flight that ended between our look and our start
        if (landed.isEmpty() && redis != null) {
            Optional<Seal.Opened> opened =
                    redis.get(key.inRedis()).flatMap(found -> Seal.open(key, found, clock.millis()));
            Optional<T> value = opened.flatMap(o -> readable(read, o.value()));
            if (value.isPresent()) {
                Seal.Opened found = opened.get();
                local.put(key, found.value(), Math.min(found.until(), until()));
                counts(key).redisHits.increment();
                flight.complete(found.value());
                return value.get();
            }
        }
        Optional<T> again = landed.flatMap(bytes -> readable(read, bytes));
        if (again.isPresent()) {
            counts(key).localHits.increment();
            flight.complete(landed.get());
            return again.get();
        }
        counts(key).misses.increment();
        T made = make.get();
        byte[] bytes = write.apply(made);
        long until = until();
        local.put(key, bytes, until);
        flight.complete(bytes);
        if (redis != null) {
            redis.put(key.inRedis(), Seal.close(key, bytes, until), ttl);
        }
        return made;
    }

    /** Drops all values of an owner from memory at once and from Redis as soon as it answers. */
    public void evict(String owner) {
        local.evict(owner);
        if (redis != null) {
            redis.evict(owner);
        }
    }

    /** Returns how Redis is. */
    public RedisHealth redis() {
        return redis == null ? withoutRedis : redis.health();
    }

    /** Returns how each space did, by name. */
    public List<CacheFigures> figures() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    String space = entry.getKey();
                    Counts of = entry.getValue();
                    long fromRedis = of.redisHits.sum();
                    return new CacheFigures(
                            space,
                            of.localHits.sum() + fromRedis,
                            of.misses.sum(),
                            fromRedis,
                            local.entries(space),
                            local.bytes(space));
                })
                .toList();
    }

    @Override
    public void close() {
        if (redis != null) {
            redis.close();
        }
    }

    private long until() {
        return Instant.ofEpochMilli(clock.millis()).plus(ttl).toEpochMilli();
    }

    private Counts counts(CacheKey key) {
        return counts.computeIfAbsent(key.space(), space -> new Counts());
    }

    private static <T> Optional<T> readable(Function<byte[], T> read, byte[] bytes) {
        try {
            return Optional.of(read.apply(bytes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] join(CompletableFuture<byte[]> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
