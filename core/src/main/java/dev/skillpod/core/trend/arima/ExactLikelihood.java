package dev.skillpod.core.trend.arima;

/**
 * The likelihood of a Gaussian ARMA process, without assumptions on what was before the first observation.
 *
 * <p>Ansley (1979, Biometrika 66): after the first observations the autoregressive factor is applied, so that what remains
 * is a moving average, whose covariances form a band; the Cholesky factor L of the band turns the observations into
 * independent residuals. The mean is estimated by generalised least squares within. Minimising the sum of squares of
 * the residuals times |L|^{1/n} maximises the likelihood, so that this too is a problem for {@link LevenbergMarquardt}.
 *
 * <p>Not thread-safe: holds working arrays.
 */
final class ExactLikelihood implements LevenbergMarquardt.Residuals {
    private static final double DIFFERENCE = 1e-6;
    private static final double SETTLED = 1e-9;

    private final ArmaShape shape;
    private final double[] values;
    private final boolean constant;
    private final int head;
    private final int lags;
    private final int stride;
    private final double[] autoregressive;
    private final double[] movingAverage;
    private final ArmaCovariance covariance;
    private final double[] factor;
    private final double[] rest;
    private final double[] ones;
    private final double[] moved;
    private double mean;
    private double logDeterminant;
    private int settled;

    /**
     * Takes the observations.
     *
     * @param values more than the longest autoregressive lag; not copied
     * @param constant whether they have a mean other than 0
     */
    ExactLikelihood(ArmaShape shape, double[] values, boolean constant) {
        this.shape = shape;
        this.values = values;
        this.constant = constant;
        int n = values.length;
        head = shape.autoregressiveLag();
        lags = shape.movingAverageLag();
        stride = Math.max(head, lags + 1);
        autoregressive = new double[head + 1];
        movingAverage = new double[lags + 1];
        covariance = new ArmaCovariance(head, lags);
        factor = new double[(n + lags) * stride];
        rest = new double[n];
        ones = new double[n];
        moved = new double[n];
    }

    @Override
    public double at(double[] point, double[] residuals) {
        if (!shape.admits(point)) {
            return Double.POSITIVE_INFINITY;
        }
        shape.autoregressive(point, autoregressive);
        shape.movingAverage(point, movingAverage);
        if (!covariance.update(autoregressive, movingAverage) || !whiten()) {
            return Double.POSITIVE_INFINITY;
        }
        int n = values.length;
        mean = 0;
        if (constant) {
            double across = 0;
            double own = 0;
            for (int t = 0; t < n; t++) {
                across += ones[t] * rest[t];
                own += ones[t] * ones[t];
            }
            mean = across / own;
        }
        double scale = Math.exp(logDeterminant / n);
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double residual = (rest[t] - mean * ones[t]) * scale;
            residuals[t] = residual;
            sum += residual * residual;
        }
        return sum;
    }

    @Override
    public void derivatives(double[] point, double[] residuals, double[][] rows) {
        for (int j = 0; j < point.length; j++) {
            double kept = point[j];
            double change = DIFFERENCE;
            point[j] = kept + change;
            if (!Double.isFinite(at(point, moved))) {
                change = -DIFFERENCE;
                point[j] = kept + change;
                at(point, moved);
            }
            point[j] = kept;
            double[] row = rows[j];
            for (int t = 0; t < row.length; t++) {
                row[t] = (moved[t] - residuals[t]) / change;
            }
        }
    }

    /** Factors the covariances and solves for the observations and, when there is a mean, for ones. */
    private boolean whiten() {
        int n = values.length;
        settled = 0;
        int equal = 0;
        double determinant = 1;
        logDeterminant = 0;
        for (int t = 0; t < n; t++) {
            int row = t * stride;
            if (settled > 0) {
                row = settled;
            } else if (!factorRow(t)) {
                return false;
            } else {
                equal = repeatsTheRowBefore(t) ? equal + 1 : 0;
                if (equal > lags) {
                    settled = row;
                }
            }
            int from = start(t);
            int width = t - from;
            double sum = observation(t);
            double sumOfOnes = constant ? one(t) : 0;
            for (int k = 0; k < width; k++) {
                sum -= factor[row + k] * rest[from + k];
            }
            double pivot = factor[row + width];
            rest[t] = sum / pivot;
            if (constant) {
                for (int k = 0; k < width; k++) {
                    sumOfOnes -= factor[row + k] * ones[from + k];
                }
            }
            ones[t] = sumOfOnes / pivot;
            determinant *= pivot;
            if (determinant > 1e100 || determinant < 1e-100) {
                logDeterminant += Math.log(determinant);
                determinant = 1;
            }
        }
        logDeterminant += Math.log(determinant);
        return true;
    }

    private int start(int t) {
        return t < head ? 0 : Math.max(0, t - lags);
    }

    private boolean repeatsTheRowBefore(int t) {
        if (t < head + lags + 1) {
            return false;
        }
        int row = t * stride;
        for (int k = 0; k <= lags; k++) {
            if (Math.abs(factor[row + k] - factor[row - stride + k]) > SETTLED) {
                return false;
            }
        }
        return true;
    }

    private boolean factorRow(int t) {
        int row = t * stride;
        int from = start(t);
        for (int s = from; s <= t; s++) {
            int other = s * stride + from - start(s);
            double even = t < head ? covariance.ofValues(t - s) : covarianceOfRest(t, s);
            double odd = 0;
            int width = s - from;
            int k = 0;
            for (; k + 1 < width; k += 2) {
                even -= factor[row + k] * factor[other + k];
                odd -= factor[row + k + 1] * factor[other + k + 1];
            }
            if (k < width) {
                even -= factor[row + k] * factor[other + k];
            }
            double sum = even + odd;
            if (s < t) {
                factor[row + width] = sum / factor[other + width];
            } else if (sum > 0) {
                factor[row + width] = Math.sqrt(sum);
            } else {
                return false;
            }
        }
        return true;
    }

    private double covarianceOfRest(int t, int s) {
        return s < head ? covariance.ofValueAndRest(t - s) : covariance.ofRests(t - s);
    }

    private double observation(int t) {
        double sum = values[t];
        if (t >= head) {
            for (int k = 1; k <= head; k++) {
                sum -= autoregressive[k] * values[t - k];
            }
        }
        return sum;
    }

    private double one(int t) {
        double sum = 1;
        if (t >= head) {
            for (int k = 1; k <= head; k++) {
                sum -= autoregressive[k];
            }
        }
        return sum;
    }

    /** Returns minus twice the logarithm of the likelihood at a point, the variance being the best one; residuals as in {@link #at}. */
    double deviance(double[] point, double[] residuals) {
        double sum = at(point, residuals);
        int n = values.length;
        return n * (Math.log(2 * Math.PI * Math.max(sum, Double.MIN_NORMAL) / n) + 1);
    }

    /**
     * Returns all that is needed to go on after the last observation.
     *
     * @param point an allowed point
     */
    ArmaForecast forecast(double[] point) {
        int n = values.length;
        double sum = at(point, moved) * Math.exp(-2 * logDeterminant / n);
        double variance = sum / Math.max(1, n - point.length - (constant ? 1 : 0));
        double[] shocks = new double[lags];
        for (int h = 0; h < lags; h++) {
            int row = settled;
            if (settled == 0) {
                row = (n + h) * stride;
                factorRow(n + h);
            }
            int from = start(n + h);
            for (int s = from; s < n; s++) {
                shocks[h] += factor[row + s - from] * (rest[s] - mean * ones[s]);
            }
        }
        double[] last = new double[head];
        for (int k = 0; k < head; k++) {
            last[k] = values[n - head + k] - mean;
        }
        return new ArmaForecast(autoregressive.clone(), movingAverage.clone(), last, shocks, mean, variance);
    }
}
