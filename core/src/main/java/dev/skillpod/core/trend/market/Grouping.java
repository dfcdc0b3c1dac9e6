package dev.skillpod.core.trend.market;

import java.util.Arrays;

/**
 * One way in which a series is the sum of others: demand for a skill by region, say. Series are numbered as in their batch.
 *
 * @param total the series that is the sum
 * @param parts the series that are summed, at least one, each once
 */
public record Grouping(int total, int... parts) {
    public Grouping {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a grouping must have at least one part, total was " + total);
        }
        parts = parts.clone();
        int[] sorted = parts.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == total || i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException("parts must differ from each other and from the total " + total
                        + ", was " + sorted[i] + " again");
            }
        }
    }

    @Override
    public int[] parts() {
        return parts.clone();
    }

    /** Returns the same grouping with the series numbered anew. */
    Grouping renumbered(int[] numbers) {
        return new Grouping(
                numbers[total], Arrays.stream(parts).map(part -> numbers[part]).toArray());
    }
}
