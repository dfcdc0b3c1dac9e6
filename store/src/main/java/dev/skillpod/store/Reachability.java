package dev.skillpod.store;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether PostgreSQL can be reached. After two statements that found no server, or when it gives no sign of life, a circuit breaker
 * opens: statements fail at once instead of waiting, until a thread in the background finds the server again. Thread-safe.
 */
final class Reachability implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reachability.class);
    private static final Duration PROBE = Duration.ofMillis(250);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
    private static final int WINDOW = 4;

    private final CircuitBreaker breaker;
    private final String name;
    private final Server server;
    private final Thread prober;
    private volatile DatabaseHealth health = new DatabaseHealth(true, Instant.now());
    private volatile boolean closed;

    /** The server, as it is looked at from the background; every call may take its time. */
    interface Server {
        /** Returns whether it answers. */
        boolean beats();

        /** Returns whether it can be used again. */
        boolean isBack();

        /** Ends the statements that wait for it. */
        void giveUp();
    }

    /**
     * Starts with a server that answers.
     *
     * @param name of the server in messages
     * @param server is called by one thread
     */
    Reachability(String name, Server server) {
        this.name = name;
        this.server = server;
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
            throw new StoreUnavailableException(name + " does not answer", null);
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
            log.warn("{} does not answer: statements fail at once until it does", name);
        }
    }

    private synchronized void up() {
        if (!health.answers()) {
            breaker.reset();
            health = new DatabaseHealth(true, Instant.now());
            log.info("{} answers again", name);
        }
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(health.answers() ? BETWEEN_SIGNS : PROBE);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("no answer yet: {}", e.getMessage());
            }
        }
    }

    private void look() {
        if (!health.answers()) {
            if (server.isBack()) {
                up();
            }
        } else if (!server.beats() && !closed) {
            breaker.transitionToOpenState();
            down();
            server.giveUp();
        }
    }

    @Override
    public void close() {
        closed = true;
        prober.interrupt();
        try {
            prober.join(BETWEEN_SIGNS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
