package dev.skillpod.core.recommend.candidate.itemknn;

import dev.skillpod.core.recommend.log.Recency;

/**
 * The hyperparameters of item-based nearest neighbours.
 *
 * @param neighbours the most likely alike items kept per item, in [1, 10000]
 * @param shrinkage added to the cosine's denominator, in [0, 1e6]: pairs that share few users count less
 * @param recency exponent by which older items of a history weigh less, in [0, 10]; 0 weighs all alike
 */
public record ItemKnnConfig(int neighbours, double shrinkage, double recency) {
    public ItemKnnConfig {
        if (neighbours < 1 || neighbours > 10_000) {
            throw new IllegalArgumentException("neighbours must be in [1, 10000], was " + neighbours);
        }
        if (!(shrinkage >= 0 && shrinkage <= 1e6)) {
            throw new IllegalArgumentException("shrinkage must be in [0, 1000000], was " + shrinkage);
        }
        Recency.require(recency);
    }

    /** Returns settings that suit logs of about a million rows. */
    public static ItemKnnConfig defaults() {
        return new ItemKnnConfig(100, 10, 0);
    }
}
