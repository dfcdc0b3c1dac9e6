package dev.skillpod.store.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Collects rows of one file and hands them over in batches without repeated ids, mapping rejections back to lines.
 *
 * <p>Several records may come from one line; they stay in one batch, and the line counts as one row: accepted when none of
 * them is rejected. Not thread-safe.
 *
 * @param <T> the type of the records
 */
final class Batch<T> {
    private record Entry<T>(long line, T value) {}

    private final FileTally tally;
    private final int size;
    private final boolean firstWins;
    private final boolean counted;
    private final Function<T, Object> id;
    private final Consumer<List<T>> store;
    private final Map<Object, Entry<T>> entries = new LinkedHashMap<>();
    private final Set<Long> rejected = new HashSet<>();
    private long rows;
    private long lastLine;

    Batch(FileTally tally, int size, boolean firstWins, Function<T, Object> id, Consumer<List<T>> store) {
        this(tally, size, firstWins, true, id, store);
    }

    private Batch(
            FileTally tally,
            int size,
            boolean firstWins,
            boolean counted,
            Function<T, Object> id,
            Consumer<List<T>> store) {
        this.tally = tally;
        this.size = size;
        this.firstWins = firstWins;
        this.counted = counted;
        this.id = id;
        this.store = store;
    }

    /** Collects records made of rows that were counted as accepted before; the last of an id wins. */
    static <T> Batch<T> uncounted(FileTally tally, int size, Function<T, Object> id, Consumer<List<T>> store) {
        return new Batch<>(tally, size, false, false, id, store);
    }

    /** Adds a record; a full batch is handed over before the first record of the next line. */
    void add(long line, T value) {
        if (line != lastLine) {
            if (entries.size() >= size) {
                flush();
            }
            rows++;
            lastLine = line;
        }
        if (firstWins) {
            entries.putIfAbsent(id.apply(value), new Entry<>(line, value));
        } else {
            entries.put(id.apply(value), new Entry<>(line, value));
        }
    }

    /** Hands over what is left. */
    void flush() {
        List<Entry<T>> open = List.copyOf(entries.values());
        while (!open.isEmpty()) {
            try {
                store.accept(open.stream().map(Entry::value).toList());
                break;
            } catch (RowsRejectedException e) {
                open = without(open, e);
            }
        }
        tally.accept(counted ? rows - rejected.size() : -rejected.size());
        entries.clear();
        rejected.clear();
        rows = 0;
        lastLine = 0;
    }

    /** Records the rejected rows and returns the others. */
    private List<Entry<T>> without(List<Entry<T>> open, RowsRejectedException e) {
        var kept = new ArrayList<Entry<T>>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Entry<T> entry = open.get(i);
            String problem = e.problems().get(i);
            if (problem == null) {
                kept.add(entry);
            } else if (rejected.add(entry.line())) {
                tally.reject(entry.line(), problem);
            }
        }
        if (kept.size() == open.size()) {
            throw new IllegalStateException("a batch was rejected, but none of its rows was named", e);
        }
        return kept;
    }
}
