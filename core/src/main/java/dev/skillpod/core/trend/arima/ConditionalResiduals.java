package dev.skillpod.core.trend.arima;

/**
 * Residuals of an ARMA process, given that nothing differed from the mean before the first observation (Box and Jenkins
 * 1970, section 7.1: conditional sum of squares).
 *
 * <p>The four factors are applied one after the other, so that the cost is that of the parameters and not of the lags
 * when they are multiplied out. The derivative by φ_j is −e/φ(B) shifted by j, and alike for the other factors: one filter
 * gives the derivatives by all parameters of a factor. Not thread-safe: holds working arrays.
 */
final class ConditionalResiduals implements LevenbergMarquardt.Residuals {
    private final ArmaShape shape;
    private final double[] values;
    private final double[] filtered;

    /**
     * Takes the observations.
     *
     * @param values deviations from the mean; not copied
     */
    ConditionalResiduals(ArmaShape shape, double[] values) {
        this.shape = shape;
        this.values = values;
        filtered = new double[values.length];
    }

    @Override
    public double at(double[] point, double[] residuals) {
        if (!shape.admits(point)) {
            return Double.POSITIVE_INFINITY;
        }
        int n = values.length;
        System.arraycopy(values, 0, residuals, 0, n);
        int from = 0;
        multiply(residuals, point, from, shape.p(), 1);
        from += shape.p();
        multiply(residuals, point, from, shape.seasonalP(), shape.period());
        from += shape.seasonalP();
        divide(residuals, point, from, shape.q(), 1, 1);
        from += shape.q();
        divide(residuals, point, from, shape.seasonalQ(), shape.period(), 1);
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += residuals[t] * residuals[t];
        }
        return sum;
    }

    @Override
    public void derivatives(double[] point, double[] residuals, double[][] rows) {
        int from = 0;
        derivatives(point, residuals, rows, from, shape.p(), 1, -1);
        from += shape.p();
        derivatives(point, residuals, rows, from, shape.seasonalP(), shape.period(), -1);
        from += shape.seasonalP();
        derivatives(point, residuals, rows, from, shape.q(), 1, 1);
        from += shape.q();
        derivatives(point, residuals, rows, from, shape.seasonalQ(), shape.period(), 1);
    }

    private void derivatives(
            double[] point, double[] residuals, double[][] rows, int from, int order, int stride, int sign) {
        if (order == 0) {
            return;
        }
        int n = residuals.length;
        System.arraycopy(residuals, 0, filtered, 0, n);
        divide(filtered, point, from, order, stride, sign);
        for (int j = 1; j <= order; j++) {
            double[] row = rows[from + j - 1];
            int lag = Math.min(n, j * stride);
            for (int t = 0; t < lag; t++) {
                row[t] = 0;
            }
            for (int t = lag; t < n; t++) {
                row[t] = -filtered[t - lag];
            }
        }
    }

    /** x_t ← x_t − Σ c_j x_{t−j·stride}, the x on the right being the old ones. */
    private static void multiply(double[] x, double[] point, int from, int order, int stride) {
        if (order == 0) {
            return;
        }
        for (int t = x.length - 1; t >= stride; t--) {
            double sum = x[t];
            for (int j = 1, s = t - stride; j <= order && s >= 0; j++, s -= stride) {
                sum -= point[from + j - 1] * x[s];
            }
            x[t] = sum;
        }
    }

    /** x_t ← x_t − sign Σ c_j x_{t−j·stride}, the x on the right being the new ones. */
    private static void divide(double[] x, double[] point, int from, int order, int stride, int sign) {
        if (order == 0) {
            return;
        }
        for (int t = stride; t < x.length; t++) {
            double sum = 0;
            for (int j = 1, s = t - stride; j <= order && s >= 0; j++, s -= stride) {
                sum += point[from + j - 1] * x[s];
            }
            x[t] -= sign * sum;
        }
    }
}
