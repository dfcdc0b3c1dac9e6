package dev.skillpod.core.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what is served now into the bins of a snapshot, over the last day, in hours of which the oldest falls away. Takes a fixed room
 * of some tens of kilobytes, however much is served. Thread-safe and cheap.
 */
public final class FeatureWindow {
    /** Hours that are remembered. */
    public static final int HOURS = 24;

    /**
     * Lists that must have been served before anything is said: with the bins used, chance alone then gives an index of about 0.03,
     * well under the first bound.
     */
    public static final int LEAST_LISTS = 300;

    private static final long SECONDS = 3_600;

    private final FeatureSnapshot snapshot;
    private final int[] first;
    private final int bins;
    private final long[][] counts;
    private final long[] lists = new long[HOURS];
    private final long[] hour = new long[HOURS];

    /** Makes an empty window. */
    public FeatureWindow(FeatureSnapshot snapshot) {
        this.snapshot = snapshot;
        int width = snapshot.distributions().size();
        this.first = new int[width + 1];
        for (int f = 0; f < width; f++) {
            first[f + 1] = first[f] + snapshot.distributions().get(f).counts().length;
        }
        this.bins = first[width];
        this.counts = new long[HOURS][bins];
        java.util.Arrays.fill(hour, Long.MIN_VALUE);
    }

    /**
     * Counts some of the rows of a list.
     *
     * @param values row-major, one column per feature of the snapshot; may be longer
     * @param count rows
     * @param at when it is served
     */
    public void add(double[] values, int count, Instant at) {
        int width = snapshot.distributions().size();
        int rows = Math.min(RowSample.ROWS, count);
        var found = new int[rows * width];
        var next = new int[1];
        RowSample.forEach(count, row -> {
            for (int f = 0; f < width; f++) {
                found[next[0]++] = first[f] + snapshot.distributions().get(f).bin(values[row * width + f]);
            }
        });
        count(found, Math.floorDiv(at.getEpochSecond(), SECONDS));
    }

    private synchronized void count(int[] found, long hourNow) {
        int slot = Math.floorMod(hourNow, HOURS);
        if (hour[slot] > hourNow) {
            return;
        }
        if (hour[slot] != hourNow) {
            java.util.Arrays.fill(counts[slot], 0);
            lists[slot] = 0;
            hour[slot] = hourNow;
        }
        for (int bin : found) {
            counts[slot][bin]++;
        }
        lists[slot]++;
    }

    /** Returns how many lists of the last day were counted. */
    public synchronized long lists(Instant now) {
        long sum = 0;
        for (int slot = 0; slot < HOURS; slot++) {
            sum += counts(slot, now) ? lists[slot] : 0;
        }
        return sum;
    }

    /** Returns how far each feature is from the snapshot, in its order; empty as long as too few lists were served. */
    public List<Drift> drift(Instant now) {
        if (lists(now) < LEAST_LISTS) {
            return List.of();
        }
        long[] sums = sums(now);
        var drift = new ArrayList<Drift>();
        for (int f = 0; f < snapshot.names().size(); f++) {
            double index = snapshot.distributions()
                    .get(f)
                    .stabilityIndex(java.util.Arrays.copyOfRange(sums, first[f], first[f + 1]));
            drift.add(new Drift(snapshot.names().get(f), index, DriftState.of(index)));
        }
        return drift;
    }

    private synchronized long[] sums(Instant now) {
        var sums = new long[bins];
        for (int slot = 0; slot < HOURS; slot++) {
            for (int b = 0; counts(slot, now) && b < bins; b++) {
                sums[b] += counts[slot][b];
            }
        }
        return sums;
    }

    private boolean counts(int slot, Instant now) {
        return hour[slot] > Math.floorDiv(now.getEpochSecond(), SECONDS) - HOURS;
    }

    /**
     * How far a feature is from what was trained on.
     *
     * @param feature its name
     * @param index the population stability index, at least 0
     * @param state how that is read
     */
    public record Drift(String feature, double index, DriftState state) {}
}
