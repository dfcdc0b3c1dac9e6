package dev.skillpod.core.trend.arima;

import java.util.Arrays;

/** Differences of a series, and their sums. Stateless and thread-safe. */
final class Differences {
    private Differences() {}

    /** Returns y_t − y_{t−lag}: {@code lag} values fewer. */
    static double[] over(double[] values, int lag) {
        double[] differences = new double[values.length - lag];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = values[t + lag] - values[t];
        }
        return differences;
    }

    /** Returns the series differenced as a model says, seasons first. */
    static double[] of(double[] values, ArimaOrders orders) {
        double[] differences = orders.seasonalD() > 0 ? over(values, orders.period()) : values;
        for (int i = 0; i < orders.d(); i++) {
            differences = over(differences, 1);
        }
        return differences;
    }

    /** Returns the coefficients c_1, … of y_t = Σ c_k y_{t−k} + w_t, w being the differenced series; index 0 is not used. */
    static double[] recursion(ArimaOrders orders) {
        double[] lags = {1};
        for (int i = 0; i < orders.d(); i++) {
            lags = minusShifted(lags, 1);
        }
        if (orders.seasonalD() > 0) {
            lags = minusShifted(lags, orders.period());
        }
        for (int k = 1; k < lags.length; k++) {
            lags[k] = 0 - lags[k];
        }
        return lags;
    }

    private static double[] minusShifted(double[] lags, int shift) {
        double[] product = Arrays.copyOf(lags, lags.length + shift);
        for (int k = 0; k < lags.length; k++) {
            product[k + shift] -= lags[k];
        }
        return product;
    }

    /** Continues a series by forecasts of its differences. */
    static double[] sum(double[] values, double[] differences, ArimaOrders orders) {
        double[] lags = recursion(orders);
        int n = Math.min(values.length, lags.length - 1);
        double[] joined = new double[n + differences.length];
        System.arraycopy(values, values.length - n, joined, 0, n);
        for (int h = 0; h < differences.length; h++) {
            double sum = differences[h];
            for (int k = 1; k < lags.length; k++) {
                sum += lags[k] * joined[n + h - k];
            }
            joined[n + h] = sum;
        }
        return Arrays.copyOfRange(joined, n, joined.length);
    }
}
