package dev.skillpod.core.tree;

/**
 * Points and weights that integrate polynomials over [0, 1] exactly; immutable by convention.
 *
 * @param points the n points, ascending, inside (0, 1)
 * @param weights the n positive weights, which sum to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record GaussLegendre(double[] points, double[] weights) {
    /**
     * Returns the rule with {@code n} points, exact up to degree 2n − 1.
     *
     * <p>Newton's method on the Legendre polynomial P_n from the classical cosine guess (Abramowitz and Stegun 1964,
     * 25.4.29, and 22.16.6 for the guess).
     */
    static GaussLegendre of(int n) {
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < 100; step++) {
                double previous = 1;
                double current = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
                    previous = current;
                    current = next;
                }
                slope = n * (x * current - previous) / (x * x - 1);
                double correction = current / slope;
                x -= correction;
                if (Math.abs(correction) < 1e-15) {
                    break;
                }
            }
            points[i] = 0.5 * (1 + x);
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }
}
