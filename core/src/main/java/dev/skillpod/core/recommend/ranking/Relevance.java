package dev.skillpod.core.recommend.ranking;

/**
 * How probable a useful engagement is, and how sure that is.
 *
 * @param probability calibrated, in [0, 1]
 * @param confidence 1 minus the width of the 80 % interval of the probability for this very learner, in [0, 1]
 */
public record Relevance(double probability, double confidence) {}
