package dev.skillpod.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by key: from the memory of this process, else from Redis, else made. Thread-safe.
 *
 * <p>When several threads of this process ask for the same key at a time, one of them looks and makes, and the others wait for
 * it; what it throws, they throw. A value is kept for the time of the settings from when it was made, whichever level it comes from.
 * Callers must not change what they are given.
 *
 * <p>What is made of an owner's affairs may be on its way while the owner is evicted. So for some minutes, longer than any request lasts,
 * nothing of an evicted owner is kept: everybody still gets their value.
 */
public final class TwoLevelCache implements AutoCloseable {
    private static final Duration NOT_KEPT = Duration.ofMinutes(5);

    /** More evictions in that time are not remembered: about 15 MB. */
    private static final int MOST_EVICTED = 100_000;

    private final Duration ttl;
    private final InstantSource clock;
    private final LocalLevel local;
    private final @Nullable RedisLevel redis;
    private final RedisHealth withoutRedis;
    private final ConcurrentMap<CacheKey, CompletableFuture<Optional<byte[]>>> flights = new ConcurrentHashMap<>();
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> evicted = Caffeine.newBuilder()
            .expireAfterWrite(NOT_KEPT)
            .maximumSize(MOST_EVICTED)
            .build();

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

    /** How a value is written as bytes and read from them; what cannot be read (it throws) counts as not there. */
    public record Form<T>(Function<T, byte[]> write, Function<byte[], T> read) {}

    /**
     * Returns the value of a key, making it when it is nowhere.
     *
     * @param make makes the value; called at most once, on this thread
     */
    public <T> T get(CacheKey key, Form<T> form, Supplier<T> make) {
        return get(key, form, make, made -> true);
    }

    /**
     * Returns the value of a key, making it when it is nowhere.
     *
     * @param make makes the value; called at most once, on this thread
     * @param worthKeeping whether a value that was made may be given to others; when not, others who wait for it make their own
     */
    public <T> T get(CacheKey key, Form<T> form, Supplier<T> make, Predicate<T> worthKeeping) {
        if (ttl.isZero()) {
            counts(key).misses.increment();
            return make.get();
        }
        Optional<T> inMemory = local.get(key).flatMap(bytes -> readable(form, bytes));
        if (inMemory.isPresent()) {
            counts(key).localHits.increment();
            return inMemory.get();
        }
        var mine = new CompletableFuture<Optional<byte[]>>();
        CompletableFuture<Optional<byte[]>> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            Optional<T> landed = join(other).flatMap(bytes -> readable(form, bytes));
            (landed.isPresent() ? counts(key).localHits : counts(key).misses).increment();
            return landed.orElseGet(make);
        }
        try {
            Optional<T> found = look(key, form, mine);
            return found.isPresent() ? found.get() : made(key, form, make, worthKeeping, mine);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    /** Returns the value of a key if it is anywhere. */
    public <T> Optional<T> find(CacheKey key, Form<T> form) {
        if (ttl.isZero()) {
            return Optional.empty();
        }
        Optional<T> found = look(key, form, new CompletableFuture<>());
        if (found.isEmpty()) {
            counts(key).misses.increment();
        }
        return found;
    }

    /** Keeps a value, unless its owner was evicted some minutes ago. */
    public <T> void put(CacheKey key, Form<T> form, T value) {
        if (!ttl.isZero()) {
            keep(key, form.write().apply(value));
        }
    }

    private <T> Optional<T> look(CacheKey key, Form<T> form, CompletableFuture<Optional<byte[]>> flight) {
        Optional<byte[]> bytes = local.get(key); // perhaps by a flight that ended since our first look
        Optional<T> value = bytes.flatMap(found -> readable(form, found));
        if (value.isPresent()) {
            counts(key).localHits.increment();
            flight.complete(bytes);
            return value;
        }
        if (redis == null) {
            return Optional.empty();
        }
        Optional<Seal.Opened> opened = redis.get(key.inRedis()).flatMap(found -> Seal.open(key, found, clock.millis()));
        value = opened.flatMap(found -> readable(form, found.value()));
        if (value.isPresent()) {
            Seal.Opened found = opened.get();
            keep(key, () -> local.put(key, found.value(), Math.min(found.until(), until())));
            counts(key).redisHits.increment();
            flight.complete(Optional.of(found.value()));
        }
        return value;
    }

    private <T> T made(
            CacheKey key,
            Form<T> form,
            Supplier<T> make,
            Predicate<T> worthKeeping,
            CompletableFuture<Optional<byte[]>> flight) {
        counts(key).misses.increment();
        T made = make.get();
        if (!worthKeeping.test(made)) {
            flight.complete(Optional.empty());
            return made;
        }
        byte[] bytes = form.write().apply(made);
        flight.complete(Optional.of(bytes));
        keep(key, bytes);
        return made;
    }

    private void keep(CacheKey key, byte[] bytes) {
        keep(key, () -> {
            long until = until();
            local.put(key, bytes, until);
            if (redis != null) {
                redis.put(key.inRedis(), Seal.close(key, bytes, until), ttl);
            }
        });
    }

    /** Asks twice: an eviction that the first look did not see either finds what was put, or is seen by the second. */
    private void keep(CacheKey key, Runnable put) {
        if (isEvicted(key.owner())) {
            return;
        }
        put.run();
        if (isEvicted(key.owner())) {
            drop(key.owner());
        }
    }

    private boolean isEvicted(String owner) {
        return evicted.getIfPresent(owner) != null;
    }

    /** Drops all values of an owner from memory at once and from Redis as soon as it answers, and keeps none for some minutes. */
    public void evict(String owner) {
        evicted.put(owner, true);
        drop(owner);
    }

    private void drop(String owner) {
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

    private static <T> Optional<T> readable(Form<T> form, byte[] bytes) {
        try {
            return Optional.of(form.read().apply(bytes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> join(CompletableFuture<Optional<byte[]>> flight) {
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
