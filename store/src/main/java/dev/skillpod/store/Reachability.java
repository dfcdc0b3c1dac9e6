package dev.skillpod.store;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether PostgreSQL can be reached. After two statements that found no server, a circuit breaker opens: statements fail at once
 * instead of waiting a second each, until a thread in the background finds the server again. Thread-safe.
 */
final class Reachability implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reachability.class);
    private static final Duration PROBE = Duration.ofMillis(250);
    private static final int WINDOW = 4;

    private final CircuitBreaker breaker;
    private final BooleanSupplier probe;
    private final Thread prober;
    private volatile DatabaseHealth health = new DatabaseHealth(true, Instant.now());
    private volatile boolean closed;

    /** Starts with a server that answers; {@code probe} says whether it does, and may take its time. */
    Reachability(BooleanSupplier probe) {
        this.probe = probe;
        this.breaker = CircuitBreaker.of(
                "postgresql",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofDays(1)) // the prober closes it, not the clock
                        .build());
        this.prober =
                Thread.ofPlatform().name("skillpod-database-probe").daemon(true).unstarted(this::watch);
        prober.start();
    }

    /**
     * Lets a statement through.
     *
     * @throws StoreUnavailableException when the server is known not to answer
     */
    void check() {
        if (!breaker.tryAcquirePermission()) {
            throw new StoreUnavailableException("PostgreSQL does not answer", null);
        }
    }

    /** Notes that a statement that was let through found a server, whatever came of it. */
    void reached() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** Notes that a statement that was let through found no server, or lost it. */
    void lost(Throwable failure) {
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            down();
        }
    }

    DatabaseHealth health() {
        return health;
    }

    private synchronized void down() {
        if (health.answers()) {
            health = new DatabaseHealth(false, Instant.now());
            log.warn("PostgreSQL does not answer: statements fail at once until it does");
        }
    }

    private synchronized void up() {
        if (!health.answers()) {
            breaker.reset();
            health = new DatabaseHealth(true, Instant.now());
            log.info("PostgreSQL answers again");
        }
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(PROBE);
                if (!health.answers() && probe.getAsBoolean()) {
                    up();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("no answer yet: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        prober.interrupt();
    }
}
