package dev.skillpod.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values in Redis, as far as Redis answers. No call throws because of Redis, none waits longer than the patience, and after a few
 * failures none waits at all: a circuit breaker opens, and only a thread of its own asks Redis from then on, until it answers
 * again. Thread-safe.
 */
final class RedisLevel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLevel.class);

    /** Failures among the latest answers that open the breaker. */
    private static final int WINDOW = 6;

    private static final Duration PROBE = Duration.ofMillis(500);

    /** Between looks for a Redis that nobody asked for. */
    private static final Duration UNWANTED_PROBE = Duration.ofSeconds(30);

    /** A connection over which nothing came for so long is made anew: its other end may be gone without a word. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final int MOST_PENDING = 10_000;
    private static final int SCAN_STEP = 1_000;

    private final RedisConnector connector;
    private final Duration patience;
    private final boolean wanted;
    private final CircuitBreaker breaker;
    private final Set<String> pendingEvictions = ConcurrentHashMap.newKeySet();
    private final Semaphore evictionsWanted = new Semaphore(0);
    private final Thread prober;
    private volatile @Nullable RedisAsyncCommands<String, byte[]> commands;
    private volatile RedisHealth health;
    private volatile boolean seen;
    private volatile boolean closed;
    private long silentSince;

    RedisLevel(CacheSettings settings) {
        this.connector = new RedisConnector(settings.redisUrl());
        this.patience = settings.patience();
        this.wanted = settings.redisWanted();
        this.health = new RedisHealth(
                wanted ? RedisHealth.State.DOWN : RedisHealth.State.OFF, Instant.now(), "not connected yet");
        this.breaker = CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofDays(1)) // the prober closes it, not the clock
                        .build());
        this.prober = Thread.ofPlatform().name("skillpod-redis").daemon(true).unstarted(this::probe);
        prober.start();
    }

    RedisHealth health() {
        return health;
    }

    /** Returns what is kept under a key; empty also when Redis does not answer in time. */
    Optional<byte[]> get(String key) {
        var redis = commands;
        if (redis == null || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long begin = System.nanoTime();
        try {
            byte[] value = redis.get(key).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return Optional.ofNullable(value);
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            failed(System.nanoTime() - begin, e);
        }
        return Optional.empty();
    }

    /** Keeps a value for a while; returns at once, and nobody learns whether Redis took it. */
    void put(String key, byte[] value, Duration ttl) {
        var redis = commands;
        if (redis == null || !breaker.tryAcquirePermission()) {
            return;
        }
        long begin = System.nanoTime();
        try {
            settle(redis.set(key, value, SetArgs.Builder.px(Math.max(1, ttl.toMillis()))), begin);
        } catch (RuntimeException e) {
            failed(System.nanoTime() - begin, e);
        }
    }

    /** Drops all values of an owner, now or, when Redis does not answer, as soon as it does again. */
    void evict(String owner) {
        if (pendingEvictions.size() < MOST_PENDING && (wanted || seen)) {
            pendingEvictions.add(owner);
            evictionsWanted.release();
        }
    }

    private void settle(CompletionStage<?> command, long begin) {
        command.whenComplete((done, failure) -> {
            if (failure == null) {
                breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            } else {
                failed(System.nanoTime() - begin, failure);
            }
        });
    }

    private void failed(long nanos, Throwable failure) {
        Throwable reason =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof RedisCommandExecutionException) { // it answers, though not as we like: full, or read-only
            LOG.debug("Redis refuses: {}", reason.getMessage());
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            return;
        }
        breaker.onError(nanos, TimeUnit.NANOSECONDS, reason);
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            boolean late = reason instanceof TimeoutException || reason instanceof RedisCommandTimeoutException;
            down(late ? "does not answer within " + patience.toMillis() + " ms" : "the connection failed");
        }
    }

    private void probe() {
        while (!closed) {
            try {
                look();
                if (health.state() == RedisHealth.State.UP) {
                    evictPending();
                }
                Duration pause = wanted || seen ? PROBE : UNWANTED_PROBE;
                if (evictionsWanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    evictionsWanted.drainPermits();
                }
            } catch (InterruptedException e) {
                // the end has come
            } catch (RuntimeException e) {
                LOG.debug("Redis is looked at again later: {}", e.toString());
            }
        }
    }

    /** Connects when there is no connection; asks Redis whether it answers when it did not. */
    private void look() throws InterruptedException {
        var redis = commands;
        if (redis == null || !redis.getStatefulConnection().isOpen()) {
            connect();
            return;
        }
        try {
            long begin = System.nanoTime();
            redis.ping().get(connector.timeout().toMillis(), TimeUnit.MILLISECONDS);
            silentSince = 0;
            boolean inTime = System.nanoTime() - begin <= patience.toNanos();
            if (inTime || health.state() == RedisHealth.State.UP) {
                up();
            }
        } catch (ExecutionException | TimeoutException e) {
            long now = System.nanoTime();
            silentSince = silentSince == 0 ? now : silentSince;
            down("does not answer");
            if (now - silentSince > SILENCE.toNanos()) {
                disconnect();
            }
        }
    }

    private void connect() {
        disconnect();
        try {
            commands = connector.connect();
            up();
        } catch (RuntimeException e) {
            if (wanted || seen) {
                down(RedisConnector.reason(e));
            }
        }
    }

    private void disconnect() {
        var redis = commands;
        commands = null;
        silentSince = 0;
        if (redis != null) {
            redis.getStatefulConnection().closeAsync();
        }
    }

    private synchronized void up() {
        seen = true;
        if (health.state() != RedisHealth.State.UP) {
            breaker.reset();
            health = new RedisHealth(RedisHealth.State.UP, Instant.now(), "answers");
            LOG.info("Redis at {} is used as second level of the cache", connector);
        }
    }

    private synchronized void down(String reason) {
        if (breaker.getState() == CircuitBreaker.State.CLOSED) {
            breaker.transitionToOpenState();
        }
        if (health.state() != RedisHealth.State.DOWN) {
            health = new RedisHealth(RedisHealth.State.DOWN, Instant.now(), reason);
            LOG.warn("Redis at {} {}: values are kept in this process only", connector, reason);
        } else if (health.detail().startsWith("not ")) {
            health = new RedisHealth(RedisHealth.State.DOWN, health.since(), reason);
            LOG.warn("Redis at {} {}: values are kept in this process only", connector, reason);
        }
    }

    private void evictPending() throws InterruptedException {
        for (String owner : List.copyOf(pendingEvictions)) {
            pendingEvictions.remove(owner); // before the look: what is evicted meanwhile is looked for once more
            boolean dropped = false;
            try {
                dropped = dropAll(CacheKey.patternOf(owner));
            } finally {
                if (!dropped) {
                    pendingEvictions.add(owner);
                }
            }
        }
    }

    /** Looks through all keys: owners are erased so rarely that an index of their values would cost more. */
    private boolean dropAll(String pattern) throws InterruptedException {
        var redis = commands;
        if (redis == null) {
            return false;
        }
        try {
            ScanArgs args = ScanArgs.Builder.matches(pattern.getBytes(StandardCharsets.UTF_8))
                    .limit(SCAN_STEP);
            long wait = connector.timeout().toMillis();
            KeyScanCursor<String> found = redis.scan(args).get(wait, TimeUnit.MILLISECONDS);
            while (true) {
                if (!found.getKeys().isEmpty()) {
                    redis.unlink(found.getKeys().toArray(String[]::new)).get(wait, TimeUnit.MILLISECONDS);
                }
                if (found.isFinished()) {
                    return true;
                }
                found = redis.scan(ScanCursor.of(found.getCursor()), args).get(wait, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("an eviction waits for Redis: {}", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        prober.interrupt();
        try {
            prober.join(connector.timeout().multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connector.close();
    }
}
