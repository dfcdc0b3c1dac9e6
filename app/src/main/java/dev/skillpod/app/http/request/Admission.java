package dev.skillpod.app.http.request;

import dev.skillpod.app.http.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets some requests work at the same time and the others wait for their turn, first come, first served. Without it a burst
 * of more requests than processors would hold all database connections while they wait for a processor, and nobody got done.
 * Thread-safe.
 */
public final class Admission {
    /** Fewer than the database has connections, so that other requests find one. */
    private static final int AT_LEAST = 8;

    private static final int PER_PROCESSOR = 2;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore turns;
    private final Duration patience;

    /**
     * Makes one.
     *
     * @param together requests that work at the same time, at least 1
     * @param patience how long a request waits for its turn
     */
    Admission(int together, Duration patience) {
        this.turns = new Semaphore(together, true);
        this.patience = patience;
    }

    /** Returns one that suits the processors of this machine. */
    static Admission forThisMachine() {
        int together = Math.max(AT_LEAST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return new Admission(together, Duration.ofSeconds(5));
    }

    /**
     * Works when it is this request's turn.
     *
     * @throws ProblemException 503 when the turn does not come in time
     */
    public <T> T admit(Supplier<T> work) {
        if (!turn()) {
            throw ProblemException.unavailable("more requests came than can be answered in time", RETRY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
