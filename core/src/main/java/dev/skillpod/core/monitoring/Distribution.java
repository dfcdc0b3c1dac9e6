package dev.skillpod.core.monitoring;

import java.util.Arrays;

/**
 * How values are distributed over bins. Bin {@code b} holds the values above edge {@code b - 1} and up to edge {@code b}; the last but
 * one those above all edges; the last those that are not known (NaN). Immutable and thread-safe.
 *
 * @param edges strictly rising, finite
 * @param counts values by bin, two more than edges, each at least 0
 */
public record Distribution(double[] edges, long[] counts) {
    /** What a bin holds more than it was seen with, on both sides, so that an empty one has no infinite weight. */
    private static final double PRIOR = 0.5;

    public Distribution {
        if (counts.length != edges.length + 2) {
            throw new IllegalArgumentException(
                    "counts must be two more than edges (" + edges.length + "), were " + counts.length);
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException("edges must be finite and rise, were " + Arrays.toString(edges));
            }
        }
        if (Arrays.stream(counts).anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("counts must be at least 0, were " + Arrays.toString(counts));
        }
    }

    /**
     * Cuts values at their quantiles, so that each bin holds about as many; where many values are the same, there are fewer bins.
     *
     * @param bins bins wanted of what is known, in [2, 100]
     */
    public static Distribution ofQuantiles(double[] values, int bins) {
        if (bins < 2 || bins > 100) {
            throw new IllegalArgumentException("bins must be in [2, 100], was " + bins);
        }
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] edges = known.length == 0
                ? new double[0]
                : java.util.stream.IntStream.range(1, bins)
                        .mapToDouble(b -> known[(int) ((long) b * (known.length - 1) / bins)])
                        .distinct()
                        .toArray();
        var counts = new long[edges.length + 2];
        for (double value : values) {
            counts[bin(edges, value)]++;
        }
        return new Distribution(edges, counts);
    }

    /** Returns the bin of a value. */
    public int bin(double value) {
        return bin(edges, value);
    }

    private static int bin(double[] edges, double value) {
        if (Double.isNaN(value)) {
            return edges.length + 1;
        }
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the number of values. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Returns the population stability index of other values in these bins: the sum over bins of (their share - share here) times ln
     * (their share / share here), the symmetric relative entropy of Kullback and Leibler (1951). Each bin counts half a value more
     * on both sides.
     *
     * @param others values by bin
     * @return at least 0; 0 for equal shares
     */
    public double stabilityIndex(long[] others) {
        if (others.length != counts.length) {
            throw new IllegalArgumentException(
                    "others must be as many as bins (" + counts.length + "), were " + others.length);
        }
        double here = total() + PRIOR * counts.length;
        double there = Arrays.stream(others).sum() + PRIOR * counts.length;
        double index = 0;
        for (int b = 0; b < counts.length; b++) {
            double expected = (counts[b] + PRIOR) / here;
            double observed = (others[b] + PRIOR) / there;
            index += (observed - expected) * Math.log(observed / expected);
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that
                && Arrays.equals(edges, that.edges)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Distribution[edges=" + Arrays.toString(edges) + ", counts=" + Arrays.toString(counts) + "]";
    }
}
