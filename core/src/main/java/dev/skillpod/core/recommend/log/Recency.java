package dev.skillpod.core.recommend.log;

/** Weights of a history's items that fall with their distance from its end, as a power of it. */
public final class Recency {
    private Recency() {}

    /**
     * Returns {@code (1 + distance)^-exponent} for each place of a history, where the last item has distance 0.
     *
     * @param length items in the history
     * @param exponent in [0, 10]; 0 weighs all alike
     * @return {@code length} values in (0, 1], the last one 1
     */
    public static float[] weights(int length, double exponent) {
        var weights = new float[length];
        for (int i = 0; i < length; i++) {
            weights[i] = exponent == 0 ? 1 : (float) Math.pow(length - i, -exponent);
        }
        return weights;
    }

    /** Returns the exponent when it is legal. */
    public static double require(double exponent) {
        if (!(exponent >= 0 && exponent <= 10)) {
            throw new IllegalArgumentException("recency must be in [0, 10], was " + exponent);
        }
        return exponent;
    }
}
