package dev.skillpod.core.trend.arima;

/**
 * Tests whether a series keeps its level (Kwiatkowski, Phillips, Schmidt and Shin 1992, Journal of Econometrics 54): the partial sums of
 * a stationary series stay small. Stateless and thread-safe.
 */
final class KpssTest {
    /** The 5 % point of the statistic around a constant level (their table 1). */
    private static final double CRITICAL = 0.463;

    private KpssTest() {}

    /** Returns whether stationarity is refused at 5 %. */
    static boolean refuses(double[] values) {
        return statistic(values) > CRITICAL;
    }

    /** Returns the statistic with the bandwidth 3 √n / 13 that R's ndiffs uses; 0 for a constant. */
    static double statistic(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double partial = 0;
        double sums = 0;
        for (double value : values) {
            partial += value - mean;
            sums += partial * partial;
        }
        int bandwidth = (int) (3 * Math.sqrt(n) / 13);
        double variance = 0;
        for (int lag = 0; lag <= bandwidth; lag++) {
            double product = 0;
            for (int t = lag; t < n; t++) {
                product += (values[t] - mean) * (values[t - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (bandwidth + 1.0))) * product;
        }
        return variance > 0 ? sums / (n * variance) : 0;
    }
}
