package dev.skillpod.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue that one thread empties into a sink, many values at a time. Values can be found by their key until they
 * are written. Offering never waits. Thread-safe.
 *
 * <p>While the sink is unavailable, values wait and new ones are dropped once the queue is full; a batch that the sink
 * refuses for another reason is tried value by value, and what is refused is dropped.
 */
final class WriteBehindQueue<K, V> {
    private static final Logger log = LoggerFactory.getLogger(WriteBehindQueue.class);
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 50;

    /** How long values gather before they are written together: a transaction each would cost more than the values. */
    private static final long GATHER_MILLIS = 100;

    private static final long RETRY_MILLIS = 500;

    private record Entry<K, V>(K key, V value) {}

    private final ArrayBlockingQueue<Entry<K, V>> queue;
    private final ConcurrentMap<K, V> unwritten = new ConcurrentHashMap<>();
    private final Sink<V> sink;
    private final Thread thread;
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closing;
    private volatile long closeDeadline;

    /** Takes a batch, all or nothing. */
    @FunctionalInterface
    interface Sink<V> {
        void write(Collection<V> values);
    }

    WriteBehindQueue(String name, int capacity, Sink<V> sink) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.sink = sink;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
        thread.start();
    }

    boolean offer(K key, V value) {
        if (!closing) {
            unwritten.put(key, value);
            offered.incrementAndGet();
            if (queue.offer(new Entry<>(key, value))) {
                return true;
            }
            offered.decrementAndGet();
            unwritten.remove(key, value);
        }
        if (dropped.getAndIncrement() == 0) {
            log.warn("{}: the queue is full, values are dropped from now on", thread.getName());
        }
        return false;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(unwritten.get(key));
    }

    long dropped() {
        return dropped.get();
    }

    long written() {
        return written.get();
    }

    int waiting() {
        return unwritten.size();
    }

    boolean flush(Duration timeout) {
        long target = offered.get();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (settled.get() < target) {
            if (System.nanoTime() > deadline || !thread.isAlive()) {
                return false;
            }
            if (!pause(2)) {
                return false;
            }
        }
        return true;
    }

    void close(Duration timeout) {
        closeDeadline = System.nanoTime() + timeout.toNanos();
        closing = true;
        try {
            thread.join(timeout.plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Entry<K, V>> batch = new ArrayList<>(BATCH);
        while (true) {
            try {
                Entry<K, V> first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                if (!closing && queue.size() < BATCH - 1) {
                    Thread.sleep(GATHER_MILLIS);
                }
                queue.drainTo(batch, BATCH - 1);
                settle(batch);
                batch.clear();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void settle(List<Entry<K, V>> batch) {
        try {
            write(batch.stream().map(Entry::value).toList());
            written.addAndGet(batch.size());
        } catch (RuntimeException e) {
            for (Entry<K, V> entry : batch) {
                try {
                    write(List.of(entry.value()));
                    written.incrementAndGet();
                } catch (RuntimeException refused) {
                    dropped.incrementAndGet();
                    log.warn("{}: a value was dropped: {}", thread.getName(), refused.getMessage());
                }
            }
        } finally {
            batch.forEach(entry -> unwritten.remove(entry.key(), entry.value()));
            settled.addAndGet(batch.size());
        }
    }

    /** Writes, and tries again while the sink is unavailable, until closing takes too long. */
    private void write(List<V> values) {
        while (true) {
            try {
                sink.write(values);
                return;
            } catch (StoreUnavailableException e) {
                if ((closing && System.nanoTime() > closeDeadline) || !pause(RETRY_MILLIS)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
