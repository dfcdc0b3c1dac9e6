package dev.skillpod.core.evaluation;

import java.util.random.RandomGenerator;

/**
 * Draws numbers of successes. Exact, by the gaps between successes (Devroye 1986, X.4.3), while few are expected; from the
 * normal distribution, rounded, where the variance is above 100 and its skewness therefore below 0.1.
 */
final class BinomialDraw {
    private static final double NORMAL_FROM = 100;

    private BinomialDraw() {}

    /**
     * Returns the number of successes.
     *
     * @param trials at least 0
     * @param probability of each success, in (0, 1)
     */
    static int next(int trials, double probability, RandomGenerator random) {
        if (probability > 0.5) {
            return trials - next(trials, 1 - probability, random);
        }
        double mean = trials * probability;
        double variance = mean * (1 - probability);
        if (variance > NORMAL_FROM) {
            double draw = mean + Math.sqrt(variance) * random.nextGaussian();
            return (int) Math.clamp(Math.rint(draw), 0.0, trials);
        }
        double failure = Math.log1p(-probability);
        int successes = 0;
        double position = 0;
        while (true) {
            position += Math.floor(Math.log1p(-random.nextDouble()) / failure) + 1;
            if (position > trials) {
                return successes;
            }
            successes++;
        }
    }
}
