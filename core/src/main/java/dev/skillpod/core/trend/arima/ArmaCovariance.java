package dev.skillpod.core.trend.arima;

/**
 * The autocovariances of an ARMA process with shocks of variance 1.
 *
 * <p>The autoregressive part's come from its partial autocorrelations (Durbin–Levinson backwards), the squared moving average spreads them
 * over the neighbouring lags: squares of the longest lag, no system of equations. Not thread-safe: holds working arrays.
 */
final class ArmaCovariance {
    private final int order;
    private final int lags;
    private final double[][] predictors;
    private final double[] ofAutoregression;
    private final double[] ofValues;
    private final double[] ofRests;
    private final double[] ofValueAndRest;
    private final double[] weights;

    /**
     * Prepares working arrays.
     *
     * @param order the longest autoregressive lag
     * @param lags the longest lag of the moving average
     */
    ArmaCovariance(int order, int lags) {
        this.order = order;
        this.lags = lags;
        predictors = new double[order + 1][order + 1];
        ofAutoregression = new double[order + lags + 1];
        ofValues = new double[order];
        ofRests = new double[lags + 1];
        ofValueAndRest = new double[lags + 1];
        weights = new double[lags + 1];
    }

    /**
     * Takes the coefficients, multiplied out: see {@link ArmaShape#autoregressive}.
     *
     * @return false when the process is not stationary
     */
    boolean update(double[] autoregressive, double[] movingAverage) {
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int i = lag; i <= lags; i++) {
                sum += movingAverage[i] * movingAverage[i - lag];
            }
            ofRests[lag] = sum;
        }
        if (order == 0) {
            return true;
        }
        if (!updateAutoregression(autoregressive)) {
            return false;
        }
        for (int lag = 0; lag < order; lag++) {
            double sum = ofRests[0] * ofAutoregression[lag];
            for (int l = 1; l <= lags; l++) {
                sum += ofRests[l] * (ofAutoregression[lag + l] + ofAutoregression[Math.abs(lag - l)]);
            }
            ofValues[lag] = sum;
        }
        for (int k = 0; k <= lags; k++) {
            double sum = movingAverage[k];
            for (int j = 1; j <= Math.min(k, order); j++) {
                sum += autoregressive[j] * weights[k - j];
            }
            weights[k] = sum;
        }
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int j = lag; j <= lags; j++) {
                sum += movingAverage[j] * weights[j - lag];
            }
            ofValueAndRest[lag] = sum;
        }
        return true;
    }

    private boolean updateAutoregression(double[] autoregressive) {
        System.arraycopy(autoregressive, 0, predictors[order], 0, order + 1);
        double variance = 1;
        for (int k = order; k >= 1; k--) {
            double[] longer = predictors[k];
            double partial = longer[k];
            double left = 1 - partial * partial;
            if (!(left > 0)) {
                return false;
            }
            double[] shorter = predictors[k - 1];
            for (int i = 1; i < k; i++) {
                shorter[i] = (longer[i] + partial * longer[k - i]) / left;
            }
            variance /= left;
        }
        ofAutoregression[0] = variance;
        for (int k = 1; k < ofAutoregression.length; k++) {
            double sum = 0;
            double[] predictor = predictors[order];
            if (k <= order) {
                double partial = predictors[k][k];
                sum = partial * variance;
                variance *= 1 - partial * partial;
                predictor = predictors[k - 1];
            }
            for (int j = 1; j <= Math.min(k - 1, order); j++) {
                sum += predictor[j] * ofAutoregression[k - j];
            }
            ofAutoregression[k] = sum;
        }
        return true;
    }

    /** Returns the covariance of two values. */
    double ofValues(int lag) {
        return ofValues[lag];
    }

    /** Returns the covariance of what the autoregression leaves of two values. */
    double ofRests(int lag) {
        return ofRests[lag];
    }

    /** Returns the covariance of a value and of what is left of a later one. */
    double ofValueAndRest(int lag) {
        return ofValueAndRest[lag];
    }
}
