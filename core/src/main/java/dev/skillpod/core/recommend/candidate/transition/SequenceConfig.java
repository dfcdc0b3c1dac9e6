package dev.skillpod.core.recommend.candidate.transition;

import dev.skillpod.core.recommend.log.Recency;

/**
 * The hyperparameters of the next-item regression.
 *
 * @param regularization lambda of the ridge, in (0, 1e6]
 * @param recency exponent by which older items weigh less as predictors, in [0, 10]
 * @param window how many of the newest items predict, in [1, 1000]
 * @param separateLast whether the last item is also a predictor of its own, which doubles the unknowns
 */
public record SequenceConfig(double regularization, double recency, int window, boolean separateLast) {
    /** The most unknowns per predicted item that are solved for: their matrix takes 400 MB. */
    public static final int MOST_PREDICTORS = 10_000;

    public SequenceConfig {
        if (!(regularization > 0 && regularization <= 1e6)) {
            throw new IllegalArgumentException("regularization must be in (0, 1000000], was " + regularization);
        }
        Recency.require(recency);
        if (window < 1 || window > 1000) {
            throw new IllegalArgumentException("window must be in [1, 1000], was " + window);
        }
    }

    /** Returns settings that suit logs of about a million rows. */
    public static SequenceConfig defaults() {
        return new SequenceConfig(30, 1, 30, true);
    }

    /** Returns these settings with another regularisation. */
    public SequenceConfig withRegularization(double lambda) {
        return new SequenceConfig(lambda, recency, window, separateLast);
    }

    /** Returns the number of predictors for a catalogue of that size. */
    int predictors(int items) {
        return separateLast ? 2 * items : items;
    }
}
