package dev.skillpod.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the work that is under way, so that closing can wait for it and lets no more begin. Thread-safe. */
final class InFlight {
    private static final Duration LOOK = Duration.ofMillis(10);

    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Notes that work begins; {@link #end} must follow.
     *
     * @throws StoreUnavailableException once it is closed
     */
    void begin() {
        running.incrementAndGet();
        if (closed) {
            running.decrementAndGet();
            throw new StoreUnavailableException("the connections to PostgreSQL are closed", null);
        }
    }

    /** Notes that work has ended. */
    void end() {
        running.decrementAndGet();
    }

    /** Lets no more begin, and waits for what is under way, for so long at most. */
    void close(Duration atMost) {
        closed = true;
        long end = System.nanoTime() + atMost.toNanos();
        while (running.get() > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
