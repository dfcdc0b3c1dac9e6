package dev.skillpod.core.trend.arima;

/**
 * How an ARMA process goes on after its last observation. Immutable; arrays are not copied.
 *
 * @param autoregressive a_1, … of the factors multiplied out; index 0 is not used
 * @param movingAverage b_0 = 1, b_1, … of the factors multiplied out
 * @param last the newest values without the mean, as many as {@code autoregressive} has lags, oldest first
 * @param shocks what the past shocks are expected to add at steps 1, 2, …, as many as {@code movingAverage} has lags
 * @param mean the mean
 * @param variance of one shock
 */
record ArmaForecast(
        double[] autoregressive, double[] movingAverage, double[] last, double[] shocks, double mean, double variance) {

    /** Returns the process of independent shocks around a mean. */
    static ArmaForecast independent(double mean, double variance) {
        return new ArmaForecast(new double[1], new double[] {1}, new double[0], new double[0], mean, variance);
    }

    /** Returns the expected values of the next steps. */
    double[] means(int horizon) {
        int lags = last.length;
        double[] joined = new double[lags + horizon];
        System.arraycopy(last, 0, joined, 0, lags);
        double[] means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double sum = h < shocks.length ? shocks[h] : 0;
            for (int k = 1; k <= lags; k++) {
                sum += autoregressive[k] * joined[lags + h - k];
            }
            joined[lags + h] = sum;
            means[h] = sum + mean;
        }
        return means;
    }

    /**
     * Returns the weights ψ_0 = 1, ψ_1, … of past shocks in a value of the series before differencing (Box and Jenkins 1970,
     * section 5.1).
     *
     * @param differences as of {@link Differences#recursion}
     */
    double[] psi(double[] differences, int count) {
        double[] psi = new double[count];
        double[] ofDifferenced = new double[count];
        for (int k = 0; k < count; k++) {
            double sum = k < movingAverage.length ? movingAverage[k] : 0;
            for (int j = 1; j <= Math.min(k, autoregressive.length - 1); j++) {
                sum += autoregressive[j] * ofDifferenced[k - j];
            }
            ofDifferenced[k] = sum;
            for (int j = 1; j <= Math.min(k, differences.length - 1); j++) {
                sum += differences[j] * psi[k - j];
            }
            psi[k] = sum;
        }
        return psi;
    }
}
