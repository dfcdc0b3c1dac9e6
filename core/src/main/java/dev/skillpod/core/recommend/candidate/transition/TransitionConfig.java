package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.recommend.log.Recency;

/**
 * The hyperparameters of counted transitions.
 *
 * @param window how many places on an item may follow, in [1, 100]
 * @param decay factor per place beyond the first, in (0, 1]
 * @param shrinkage added to the number of transitions from an item, in [0, 1e6]: rarely seen items say less
 * @param recency exponent by which older items of a history say less, in [0, 10]
 */
public record TransitionConfig(int window, double decay, double shrinkage, double recency) {
    public TransitionConfig {
        if (window < 1 || window > 100) {
            throw new IllegalArgumentException("window must be in [1, 100], was " + window);
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay must be in (0, 1], was " + decay);
        }
        if (!(shrinkage >= 0 && shrinkage <= 1e6)) {
            throw new IllegalArgumentException("shrinkage must be in [0, 1000000], was " + shrinkage);
        }
        Recency.require(recency);
    }

    /** Returns settings that suit logs of about a million rows. */
    public static TransitionConfig defaults() {
        return new TransitionConfig(3, 0.5, 5, 2);
    }
}
