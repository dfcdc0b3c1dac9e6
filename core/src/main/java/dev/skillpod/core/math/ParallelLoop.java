package dev.skillpod.core.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs loops whose rounds do not depend on each other on a fixed pool of platform threads; closing ends the pool.
 *
 * <p>Rounds are handed out as threads become free, so which thread runs which round is left to chance; that is harmless as
 * long as no round reads what another writes.
 */
public final class ParallelLoop implements AutoCloseable {
    private static final int RANGE = 64;

    private final int threads;
    private final ExecutorService pool;

    /**
     * Starts the pool.
     *
     * @param threads worker threads, in [1, 256]
     */
    public ParallelLoop(int threads) {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads must be in [1, 256], was " + threads);
        }
        this.threads = threads;
        pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("loop-", 0).factory());
    }

    /** A half-open range of rounds. */
    @FunctionalInterface
    public interface Range {
        /** Runs the rounds from {@code from} (inclusive) to {@code to} (exclusive). */
        void run(int from, int to);
    }

    /**
     * Runs {@code task} for each number in [0, count), in any order; returns when all are done.
     *
     * @throws IllegalStateException when the calling thread is interrupted
     */
    public void forEach(int count, IntConsumer task) {
        run(count, 1, (from, to) -> task.accept(from));
    }

    /** Runs {@code task} over consecutive ranges that cover [0, count). */
    public void forEachRange(int count, Range task) {
        run(count, RANGE, task);
    }

    private void run(int count, int step, Range task) {
        var next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            int from;
            while ((from = next.getAndAdd(step)) < count) {
                task.run(from, Math.min(count, from + step));
            }
            return true;
        };
        var workers = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < Math.min(threads, (count + step - 1) / step); i++) {
            workers.add(worker);
        }
        try {
            List<Future<Boolean>> results = pool.invokeAll(workers);
            for (Future<Boolean> result : results) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
