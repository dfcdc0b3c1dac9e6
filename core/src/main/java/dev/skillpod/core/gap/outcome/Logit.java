package dev.skillpod.core.gap.outcome;

/**
 * A logit that is known up to a normal error.
 *
 * @param mean its mean
 * @param variance its variance, at least 0
 */
public record Logit(double mean, double variance) {
    /** Returns by how much the error flattens the curve: about the mean of a logistic over a normal (MacKay 1992, equation 10). */
    public double flattening() {
        return 1 / Math.sqrt(1 + Math.PI / 8 * variance);
    }

    /** Returns the mean probability of exceeding a cut. */
    public double probability(double cut) {
        return sigmoid(flattening() * (mean - cut));
    }

    /** Returns the logistic function. */
    public static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
