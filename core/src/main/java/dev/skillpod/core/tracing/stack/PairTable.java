package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import java.util.Arrays;

/** Counts and sums by a pair of numbers, in open addressing. Thread-safe once nothing is added any more. */
final class PairTable {
    private static final long EMPTY = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1024];
    private float[] counts = new float[1024];
    private float[] sums = new float[1024];
    private int size;

    PairTable() {
        Arrays.fill(keys, EMPTY);
    }

    void write(NumberOutput out) {
        out.integer(size);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                out.longInteger(keys[i]).real(counts[i]).real(sums[i]);
            }
        }
    }

    static PairTable read(NumberInput in) {
        var table = new PairTable();
        for (int left = in.integer("pairs", 0, Integer.MAX_VALUE / 8); left > 0; left--) {
            long key = in.longInteger("a pair");
            if (key < 0) {
                throw new IllegalArgumentException("a pair must be at least 0, was " + key);
            }
            int at = table.claim(key);
            table.counts[at] = (float) in.real("a pair's answers");
            table.sums[at] = (float) in.real("a pair's surprise");
        }
        return table;
    }

    private int claim(long key) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = slot(key);
        if (keys[at] == EMPTY) {
            keys[at] = key;
            size++;
        }
        return at;
    }

    /** Adds a value to the pair of two numbers, each at least 0. */
    void add(int first, int second, double value) {
        int at = claim(key(first, second));
        counts[at]++;
        sums[at] += (float) value;
    }

    /** Returns how many values were added to a pair. */
    double count(int first, int second) {
        int at = slot(key(first, second));
        return keys[at] == EMPTY ? 0 : counts[at];
    }

    /** Returns the pair's mean value, as if {@code strength} values of 0 were among them. */
    double mean(int first, int second, double strength) {
        int at = slot(key(first, second));
        return keys[at] == EMPTY ? 0 : sums[at] / (counts[at] + strength);
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private int slot(long key) {
        int at = (int) (key * MIX >>> 32) & keys.length - 1;
        while (keys[at] != EMPTY && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        float[] oldCounts = counts;
        float[] oldSums = sums;
        keys = new long[2 * oldKeys.length];
        Arrays.fill(keys, EMPTY);
        counts = new float[keys.length];
        sums = new float[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                sums[at] = oldSums[i];
            }
        }
    }
}
