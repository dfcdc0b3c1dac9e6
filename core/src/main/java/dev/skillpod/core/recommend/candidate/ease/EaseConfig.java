package dev.skillpod.core.recommend.candidate.ease;

import dev.skillpod.core.recommend.log.Recency;

/**
 * The hyperparameters of EASE^R.
 *
 * @param regularization lambda, added to each item's number of users, in (0, 1e6]
 * @param recency exponent by which older items of a history weigh less when scoring, in [0, 10]; 0 as in the paper
 */
public record EaseConfig(double regularization, double recency) {
    /** The largest catalogue that is fitted: its matrix takes 1.6 GB. */
    public static final int MOST_ITEMS = 20_000;

    public EaseConfig {
        if (!(regularization > 0 && regularization <= 1e6)) {
            throw new IllegalArgumentException("regularization must be in (0, 1000000], was " + regularization);
        }
        Recency.require(recency);
    }

    /** Returns settings that suit logs of about a million rows. */
    public static EaseConfig defaults() {
        return new EaseConfig(300, 0);
    }
}
