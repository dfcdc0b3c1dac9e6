package dev.skillpod.app.http.operations;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Durations of the last minutes, in buckets: a percentile is right to within 1/16 of its value. Recording is a few nanoseconds
 * and never waits. Thread-safe.
 *
 * <p>Time goes in slices; what is reported covers the running slice and the full ones before it, so between {@link #LEAST} and
 * {@link #LEAST} plus a slice.
 */
final class SlidingHistogram {
    /** What is covered at least, once the service is that old. */
    static final Duration LEAST = Duration.ofMinutes(8);

    private static final Duration SLICE = Duration.ofMinutes(2);
    private static final int SLICES = (int) LEAST.dividedBy(SLICE) + 1;
    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;

    /** Microseconds up to 2^32, more than an hour. */
    private static final int MOST_BITS = 32;

    private static final int BUCKETS = (MOST_BITS - SUB_BITS + 1) * SUB;

    private final LongSupplier nanoClock;
    private final AtomicReferenceArray<Slice> slices = new AtomicReferenceArray<>(SLICES);

    private static final class Slice {
        private final long number;
        private final AtomicIntegerArray counts = new AtomicIntegerArray(BUCKETS);
        private final LongAdder failed = new LongAdder();

        Slice(long number) {
            this.number = number;
        }
    }

    /** What was recorded in the window. Immutable. */
    static final class Snapshot {
        private final long count;
        private final long failed;
        private final long[] counts;

        private Snapshot(long count, long failed, long[] counts) {
            this.count = count;
            this.failed = failed;
            this.counts = counts;
        }

        /** Returns how many durations were recorded. */
        long count() {
            return count;
        }

        /** Returns how many of them were marked as failed. */
        long failed() {
            return failed;
        }

        /** Returns a percentile in milliseconds; 0 when nothing was recorded. */
        double millis(double share) {
            long rank = (long) Math.ceil(share * count);
            long seen = 0;
            for (int bucket = 0; bucket < counts.length; bucket++) {
                seen += counts[bucket];
                if (seen >= rank && seen > 0) {
                    return middle(bucket) / 1000.0;
                }
            }
            return 0;
        }
    }

    /** Makes an empty one. */
    SlidingHistogram(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Records a duration. */
    void record(long nanos, boolean failure) {
        long number = number();
        int place = (int) Math.floorMod(number, (long) SLICES);
        Slice slice = slices.get(place);
        if (slice == null || slice.number != number) {
            var fresh = new Slice(number);
            slice = slices.compareAndSet(place, slice, fresh) ? fresh : slices.get(place);
        }
        slice.counts.incrementAndGet(bucket(Math.max(0, nanos) / 1000));
        if (failure) {
            slice.failed.increment();
        }
    }

    /** Returns what was recorded lately. */
    Snapshot snapshot() {
        long oldest = number() - SLICES + 1;
        var counts = new long[BUCKETS];
        long count = 0;
        long failed = 0;
        for (int place = 0; place < SLICES; place++) {
            Slice slice = slices.get(place);
            if (slice != null && slice.number >= oldest) {
                for (int bucket = 0; bucket < BUCKETS; bucket++) {
                    counts[bucket] += slice.counts.get(bucket);
                    count += slice.counts.get(bucket);
                }
                failed += slice.failed.sum();
            }
        }
        return new Snapshot(count, failed, counts);
    }

    private long number() {
        return Math.floorDiv(nanoClock.getAsLong(), SLICE.toNanos());
    }

    /** The first 16 buckets are one microsecond wide, then each power of two has 16 of equal width. */
    private static int bucket(long micros) {
        if (micros < SUB) {
            return (int) micros;
        }
        int exponent = Math.min(MOST_BITS - 1, 63 - Long.numberOfLeadingZeros(micros));
        long clamped = Math.min(micros, (1L << MOST_BITS) - 1);
        int sub = (int) (clamped >>> (exponent - SUB_BITS)) & (SUB - 1);
        return (exponent - SUB_BITS + 1) * SUB + sub;
    }

    private static double middle(int bucket) {
        if (bucket < SUB) {
            return bucket + 0.5;
        }
        int shift = bucket / SUB - 1;
        return (SUB + bucket % SUB + 0.5) * (1L << shift);
    }
}
