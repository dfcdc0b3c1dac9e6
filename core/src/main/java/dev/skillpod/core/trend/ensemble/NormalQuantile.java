package dev.skillpod.core.trend.ensemble;

/** Quantiles of the standard normal distribution. */
final class NormalQuantile {
    private NormalQuantile() {}

    /**
     * Returns the value below which a standard normal variable lies with a probability, by bisection on its distribution function
     * (Abramowitz and Stegun 1964, 26.2.17, absolute error below 1e-7).
     *
     * @param probability in [0.5, 1)
     */
    static double of(double probability) {
        double low = 0;
        double high = 9;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double below(double x) {
        double t = 1 / (1 + 0.2316419 * x);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
