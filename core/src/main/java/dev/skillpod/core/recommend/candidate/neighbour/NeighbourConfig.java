package dev.skillpod.core.recommend.candidate.neighbour;

import dev.skillpod.core.recommend.log.Recency;

/**
 * The hyperparameters of sequence-aware user neighbours.
 *
 * @param neighbours the most alike users that vote, in [1, 100000]; users as alike as the last of them vote too
 * @param recency exponent by which older items of the history weigh less, in [0, 10]
 * @param lengthExponent exponent by which users of many items count less, in [0, 2]
 * @param rarityExponent exponent by which items of many users count less, in [0, 2]
 * @param before factor on items the neighbour took before the last shared one, in [0, 1]
 * @param distance exponent by which a vote falls with the places from the last shared item, in [0, 10]
 */
public record NeighbourConfig(
        int neighbours, double recency, double lengthExponent, double rarityExponent, double before, double distance) {
    public NeighbourConfig {
        if (neighbours < 1 || neighbours > 100_000) {
            throw new IllegalArgumentException("neighbours must be in [1, 100000], was " + neighbours);
        }
        Recency.require(recency);
        requireIn("lengthExponent", lengthExponent, 2);
        requireIn("rarityExponent", rarityExponent, 2);
        requireIn("before", before, 1);
        requireIn("distance", distance, 10);
    }

    private static void requireIn(String name, double value, int most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [0, " + most + "], was " + value);
        }
    }

    /** Returns settings for logs with an order. */
    public static NeighbourConfig defaults() {
        return new NeighbourConfig(200, 1, 0.5, 0.3, 0.3, 0.5);
    }

    /** Returns settings for logs without an order, where a history is a set. */
    public static NeighbourConfig unordered() {
        return new NeighbourConfig(200, 0, 0.5, 0.3, 1, 0);
    }

    /** Returns these settings with another number of neighbours. */
    public NeighbourConfig withNeighbours(int count) {
        return new NeighbourConfig(count, recency, lengthExponent, rarityExponent, before, distance);
    }

    /** Returns these settings with other weights of the history. */
    public NeighbourConfig withRecency(double exponent) {
        return new NeighbourConfig(neighbours, exponent, lengthExponent, rarityExponent, before, distance);
    }

    /** Returns these settings with other weights of users and items. */
    public NeighbourConfig withExponents(double length, double rarity) {
        return new NeighbourConfig(neighbours, recency, length, rarity, before, distance);
    }

    /** Returns these settings with other votes. */
    public NeighbourConfig withVotes(double beforeFactor, double distanceExponent) {
        return new NeighbourConfig(neighbours, recency, lengthExponent, rarityExponent, beforeFactor, distanceExponent);
    }
}
