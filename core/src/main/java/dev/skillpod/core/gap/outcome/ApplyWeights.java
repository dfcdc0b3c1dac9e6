package dev.skillpod.core.gap.outcome;

/**
 * What makes a learner who looks at a job apply, as a logit: {@code intercept + shortfall * mean margin}, where margins, in
 * units of 20 levels, count as 0 above what is asked.
 *
 * @param intercept the logit of applying for who has all that is asked
 * @param shortfall by how much it rises with the mean margin, at least 0
 */
record ApplyWeights(double intercept, double shortfall) {}
