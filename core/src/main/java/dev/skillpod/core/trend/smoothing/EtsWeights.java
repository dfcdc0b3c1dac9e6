package dev.skillpod.core.trend.smoothing;

/**
 * How far each component moves towards a new observation.
 *
 * @param level alpha, in (0, 1]
 * @param slope beta, in [0, alpha]; 0 without a trend
 * @param season gamma, in [0, 1 − alpha]; 0 without a season
 * @param damping phi: the share of the slope that remains after a step; 1 when it is not damped, 0 without a trend
 */
record EtsWeights(double level, double slope, double season, double damping) {
    static final double LEAST = 1e-4;
    static final double GREATEST = 1 - LEAST;
    static final double LEAST_DAMPING = 0.8;
    static final double GREATEST_DAMPING = 0.98;

    /** The weights under which the last value is the level. */
    static final EtsWeights LAST_VALUE = new EtsWeights(1, 0, 0, 0);

    /**
     * Returns whether the influence of old observations fades: all roots of the characteristic polynomial lie inside the unit
     * circle (Hyndman, Akram and Archibald 2008). Differs from R's {@code forecast:::admissible} for damped slopes, where that has
     * beta for phi times beta.
     *
     * <p>Only called for a trend with a season: with fewer components the bounds of the weights imply it. Instead of
     * seeking roots the degree is stepped down (Schur 1917, Cohn 1922).
     *
     * @param frequency steps in a season, at least 2
     * @param polynomial a working array of at least {@code frequency + 2} values
     */
    boolean isAdmissible(int frequency, double[] polynomial) {
        int degree = frequency + 1;
        double moved = level + damping * slope;
        double common = moved - level * damping;
        polynomial[0] = 1;
        polynomial[1] = moved - damping;
        for (int i = 2; i < frequency; i++) {
            polynomial[i] = common;
        }
        polynomial[frequency] = common + season - 1;
        polynomial[degree] = damping * (1 - level - season);
        for (int d = degree; d > 0; d--) {
            double reflection = polynomial[d];
            if (!(Math.abs(reflection) < 1)) {
                return false;
            }
            double scale = 1 / (1 - reflection * reflection);
            for (int i = 1, j = d - 1; i <= j; i++, j--) {
                double left = polynomial[i];
                double right = polynomial[j];
                polynomial[i] = (left - reflection * right) * scale;
                polynomial[j] = (right - reflection * left) * scale;
            }
        }
        return true;
    }
}
