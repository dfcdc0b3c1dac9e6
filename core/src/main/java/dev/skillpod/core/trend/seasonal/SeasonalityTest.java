package dev.skillpod.core.trend.seasonal;

import dev.skillpod.core.trend.TimeSeries;

/**
 * The seasonality test of the M4 competition: is the autocorrelation at the lag of a season significant at 90 %? Stateless and
 * thread-safe.
 *
 * <p>Significant means that |r(m)| &gt; 1.645 √((1 + 2 Σ r(i)²) / n) with i from 1 to m − 1 (Bartlett's formula).
 */
public final class SeasonalityTest {
    private static final double CRITICAL = 1.645;
    private static final int FEWEST_SEASONS = 3;

    private SeasonalityTest() {}

    /** Returns whether the series has seasons and passes the test; false for series of less than three seasons and for constant ones. */
    public static boolean isSeasonal(TimeSeries series) {
        int m = series.frequency();
        int n = series.length();
        if (!longEnough(n, m)) {
            return false;
        }
        double[] y = series.values();
        double mean = 0;
        for (double value : y) {
            mean += value / n;
        }
        for (int t = 0; t < n; t++) {
            y[t] -= mean;
        }
        double variance = covariance(y, 0);
        if (!(variance > 0) || series.isConstant()) {
            return false;
        }
        double sum = 1;
        for (int lag = 1; lag < m; lag++) {
            double r = covariance(y, lag) / variance;
            sum += 2 * r * r;
        }
        return Math.abs(covariance(y, m) / variance) > CRITICAL * Math.sqrt(sum / n);
    }

    /** Returns whether a series of so many steps has seasons, and enough of them to be tested for. */
    static boolean longEnough(int length, int frequency) {
        return frequency > 1 && length >= FEWEST_SEASONS * frequency;
    }

    private static double covariance(double[] centred, int lag) {
        double sum = 0;
        for (int t = lag; t < centred.length; t++) {
            sum += centred[t] * centred[t - lag];
        }
        return sum;
    }
}
