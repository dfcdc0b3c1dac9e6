package dev.skillpod.app.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Threads that ask one thing after another until they are told to stop, and what they were answered. */
final class Load implements AutoCloseable {
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

    /**
     * Starts them.
     *
     * @param pause between the answer and the next question of a thread
     * @param ask asks the n-th question
     * @param check looks at each answer
     */
    Load(int count, Duration pause, IntFunction<Reply> ask, Consumer<Reply> check) {
        for (int t = 0; t < count; t++) {
            int first = t * 1_000_000;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int n = first; going.get(); n++) {
                        long begin = System.nanoTime();
                        Reply reply = ask.apply(n);
                        millis.add((System.nanoTime() - begin) / 1_000_000);
                        statuses.merge(reply.status(), 1, Integer::sum);
                        check.accept(reply);
                        sleep(pause);
                    }
                } catch (Throwable e) {
                    failures.add(e);
                }
            }));
        }
    }

    /** Returns how many answers there were of each status. */
    Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Returns the latency that a share of the answers did not exceed, in milliseconds. */
    long latency(double share) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size())));
    }

    /** Returns the figures in one line. */
    @Override
    public String toString() {
        return statuses() + ", p50 " + latency(0.5) + ", p99 " + latency(0.99) + ", slowest " + latency(1) + " ms";
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets each finish what it asked, and stops; fails when one of them did. */
    @Override
    public void close() {
        going.set(false);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a thread of the load failed", failures.getFirst());
        }
    }
}
