package dev.skillpod.core.trend.arima;

/**
 * First guesses of ARMA coefficients: a long autoregression gives residuals, and a regression on lagged values and lagged residuals gives
 * coefficients (Hannan and Rissanen 1982, Biometrika 69). The products of seasonal and other factors are left out of the
 * regression. Immutable.
 */
final class HannanRissanen {
    private static final int ITERATIONS = 3;

    private final double[] values;
    private final double[] residuals;
    private final int order;

    /**
     * Fits the long autoregression.
     *
     * @param values deviations from the mean; not copied
     */
    HannanRissanen(double[] values, int period) {
        this.values = values;
        int n = values.length;
        order = Math.max(0, Math.min(n / 4, period > 1 ? period + 3 : 10));
        residuals = residuals(values, order);
    }

    /** Returns the residuals of an autoregression fitted by Burg's method (Burg 1967); the first {@code order} are filtered as far as they go. */
    private static double[] residuals(double[] values, int order) {
        int n = values.length;
        double[] forward = values.clone();
        double[] backward = values.clone();
        for (int k = 1; k <= order; k++) {
            double across = 0;
            double own = 0;
            for (int t = k; t < n; t++) {
                across += forward[t] * backward[t - 1];
                own += forward[t] * forward[t] + backward[t - 1] * backward[t - 1];
            }
            double partial = own > 0 ? 2 * across / own : 0;
            for (int t = n - 1; t >= k; t--) {
                double f = forward[t];
                double b = backward[t - 1];
                forward[t] = f - partial * b;
                backward[t] = b - partial * f;
            }
        }
        return forward;
    }

    /** Returns an allowed guess; all zero where the series is too short for one. */
    double[] guess(ArmaShape shape) {
        int size = shape.size();
        double[] guess = new double[size];
        int longest = Math.max(shape.autoregressiveLag(), shape.movingAverageLag());
        int first = shape.q() + shape.seasonalQ() > 0 ? Math.max(longest, order / 2) : longest;
        int count = values.length - first;
        if (size == 0 || count < 2 * size + 3) {
            return guess;
        }
        double[][] columns = new double[size][];
        int column = 0;
        for (int j = 1; j <= shape.p(); j++) {
            columns[column++] = lagged(values, first, j);
        }
        for (int j = 1; j <= shape.seasonalP(); j++) {
            columns[column++] = lagged(values, first, j * shape.period());
        }
        for (int j = 1; j <= shape.q(); j++) {
            columns[column++] = lagged(residuals, first, j);
        }
        for (int j = 1; j <= shape.seasonalQ(); j++) {
            columns[column++] = lagged(residuals, first, j * shape.period());
        }
        new LevenbergMarquardt(size, count).minimise(new Regression(columns, first), guess, ITERATIONS, 1e-6);
        shrink(shape, guess);
        return guess;
    }

    private static double[] lagged(double[] series, int first, int lag) {
        double[] column = new double[series.length - first];
        System.arraycopy(series, first - lag, column, 0, column.length);
        return column;
    }

    /** Moves all roots outwards until the process is allowed. */
    private static void shrink(ArmaShape shape, double[] guess) {
        for (int i = 0; i < 40 && !shape.admits(guess); i++) {
            int at = 0;
            for (int order : new int[] {shape.p(), shape.seasonalP(), shape.q(), shape.seasonalQ()}) {
                double factor = 1;
                for (int j = 0; j < order; j++) {
                    factor *= 0.9;
                    guess[at++] *= factor;
                }
            }
        }
    }

    private final class Regression implements LevenbergMarquardt.Residuals {
        private final double[][] columns;
        private final int first;

        Regression(double[][] columns, int first) {
            this.columns = columns;
            this.first = first;
        }

        @Override
        public double at(double[] point, double[] out) {
            double sum = 0;
            for (int t = 0; t < out.length; t++) {
                double residual = values[t + first];
                for (int j = 0; j < point.length; j++) {
                    residual -= point[j] * columns[j][t];
                }
                out[t] = residual;
                sum += residual * residual;
            }
            return sum;
        }

        @Override
        public void derivatives(double[] point, double[] out, double[][] rows) {
            for (int j = 0; j < point.length; j++) {
                for (int t = 0; t < out.length; t++) {
                    rows[j][t] = -columns[j][t];
                }
            }
        }
    }
}
