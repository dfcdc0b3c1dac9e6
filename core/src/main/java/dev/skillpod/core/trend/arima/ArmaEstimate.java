package dev.skillpod.core.trend.arima;

/**
 * An estimated form. Immutable; the array is not copied.
 *
 * @param orders the form
 * @param parameters its coefficients in the order of {@link ArmaShape}
 * @param criterion AICc, the smaller the better; comparable between forms with the same differences
 */
record ArmaEstimate(ArimaOrders orders, double[] parameters, double criterion) {
    /**
     * Returns the parameters laid into another shape: coefficients that it has as well stay, new ones are 0.
     */
    double[] laidInto(ArmaShape other) {
        ArmaShape own = orders.shape();
        double[] laid = new double[other.size()];
        int from = 0;
        int to = 0;
        int[] have = {own.p(), own.seasonalP(), own.q(), own.seasonalQ()};
        int[] want = {other.p(), other.seasonalP(), other.q(), other.seasonalQ()};
        for (int i = 0; i < have.length; i++) {
            System.arraycopy(parameters, from, laid, to, Math.min(have[i], want[i]));
            from += have[i];
            to += want[i];
        }
        return laid;
    }
}
