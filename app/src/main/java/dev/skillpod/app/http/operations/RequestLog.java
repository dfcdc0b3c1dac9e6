package dev.skillpod.app.http.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last requests, in memory. Thread-safe; adding never waits. */
final class RequestLog {
    /** How many are kept. */
    static final int CAPACITY = 500;

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong added = new AtomicLong();

    /** A step of a request. */
    record Stage(String name, double ms) {}

    /** A request that was answered; what was not noted is null. */
    record Entry(
            String requestId,
            Instant at,
            String method,
            String route,
            int status,
            double ms,
            List<Stage> stages,
            @Nullable String modelVersion,
            @Nullable String path,
            @Nullable String tenantId,
            @Nullable String callingService,
            @Nullable Boolean cached) {}

    void add(Entry entry) {
        entries.set((int) (added.getAndIncrement() % CAPACITY), entry);
    }

    /** Returns the newest that match, newest first. */
    List<Entry> newest(int limit, Predicate<Entry> wanted) {
        var found = new ArrayList<Entry>();
        long end = added.get();
        for (long i = end - 1; i >= Math.max(0, end - CAPACITY) && found.size() < limit; i--) {
            Entry entry = entries.get((int) (i % CAPACITY));
            if (entry != null && wanted.test(entry)) {
                found.add(entry);
            }
        }
        return found;
    }
}
