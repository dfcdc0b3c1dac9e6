package dev.skillpod.core.trend.arima;

import java.util.Arrays;
import java.util.Random;

/** Series with known origins. */
final class Simulated {
    private Simulated() {}

    /** Returns numbers in [−0.5, 0.5) of a linear congruential generator; benchmarks/arima/golden.py has the same. */
    static double[] shocks(int count) {
        double[] shocks = new double[count];
        long state = 7;
        for (int t = 0; t < count; t++) {
            state = (state * 1103515245L + 12345L) % (1L << 31);
            shocks[t] = state / (double) (1L << 31) - 0.5;
        }
        return shocks;
    }

    static double[] normal(int count, long seed) {
        return new Random(seed).doubles(count, 0, 1).map(Simulated::quantile).toArray();
    }

    /** A logistic quantile with the variance of a standard normal: smooth, symmetric, light enough in the tails. */
    private static double quantile(double u) {
        return Math.log(u / (1 - u)) * Math.sqrt(3) / Math.PI;
    }

    /** Returns values of an ARMA process with the coefficients multiplied out (a_1, … and b_1, …), by its definition. */
    static double[] arma(double[] shocks, double[] a, double[] b) {
        double[] values = new double[shocks.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = shocks[t];
            for (int k = 1; k <= Math.min(t, a.length); k++) {
                values[t] += a[k - 1] * values[t - k];
            }
            for (int k = 1; k <= Math.min(t, b.length); k++) {
                values[t] += b[k - 1] * shocks[t - k];
            }
        }
        return values;
    }

    /** Returns the last values. */
    static double[] tail(double[] values, int count) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }

    /** The golden ARMA(1,1) series around 5. */
    static double[] golden() {
        double[] shocks = shocks(200);
        double[] values = new double[200];
        for (int t = 1; t < 200; t++) {
            values[t] = 0.7 * values[t - 1] + shocks[t] + 0.4 * shocks[t - 1];
        }
        double[] last = tail(values, 100);
        for (int t = 0; t < last.length; t++) {
            last[t] += 5;
        }
        return last;
    }
}
