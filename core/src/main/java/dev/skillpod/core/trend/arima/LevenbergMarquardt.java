package dev.skillpod.core.trend.arima;

/**
 * Minimises a sum of squares of a few variables by damped Gauss–Newton steps (Levenberg 1944; Marquardt 1963, SIAM Journal 11).
 *
 * <p>The sum may be infinite outside a region: a step that leaves it is shortened. Not thread-safe: holds working
 * arrays.
 */
final class LevenbergMarquardt {
    private static final double GREATEST_DAMPING = 1e6;

    /** What is to become small. */
    interface Residuals {
        /**
         * Computes the residuals at a point.
         *
         * @return their sum of squares; infinite where the point is not allowed, and then {@code residuals} are undefined
         */
        double at(double[] point, double[] residuals);

        /** Computes the derivatives of all residuals by each variable, one row per variable, at an allowed point. */
        void derivatives(double[] point, double[] residuals, double[][] rows);
    }

    private final double[][] rows;
    private double[] residuals;
    private double[] trialResiduals;
    private final double[][] normal;
    private final double[][] factor;
    private final double[] slope;
    private final double[] step;
    private final double[] trial;

    /**
     * Prepares working arrays.
     *
     * @param size variables
     * @param count residuals
     */
    LevenbergMarquardt(int size, int count) {
        rows = new double[size][count];
        residuals = new double[count];
        trialResiduals = new double[count];
        normal = new double[size][size];
        factor = new double[size][size];
        slope = new double[size];
        step = new double[size];
        trial = new double[size];
    }

    /**
     * Improves a point in place.
     *
     * @param point an allowed point
     * @param iterations the most steps
     * @param tolerance ends when a step saves a smaller share of the sum of squares
     * @return the sum of squares at the point in the end; infinite when the first was not allowed
     */
    double minimise(Residuals function, double[] point, int iterations, double tolerance) {
        double sum = function.at(point, residuals);
        if (!Double.isFinite(sum) || point.length == 0) {
            return sum;
        }
        double damping = 1e-3;
        for (int i = 0; i < iterations && sum > 0; i++) {
            function.derivatives(point, residuals, rows);
            normalEquations();
            double before = sum;
            while (sum == before && damping < GREATEST_DAMPING) {
                double reached = solve(damping) ? walk(function, point) : Double.POSITIVE_INFINITY;
                if (reached < sum) {
                    sum = reached;
                    System.arraycopy(trial, 0, point, 0, point.length);
                    double[] swap = residuals;
                    residuals = trialResiduals;
                    trialResiduals = swap;
                    damping = Math.max(damping / 10, 1e-9);
                } else {
                    damping *= 10;
                }
            }
            if (before - sum <= tolerance * before) {
                break;
            }
        }
        return sum;
    }

    private double walk(Residuals function, double[] point) {
        double share = 1;
        double reached = Double.POSITIVE_INFINITY;
        for (int halving = 0; halving < 4 && Double.isInfinite(reached); halving++) {
            for (int j = 0; j < point.length; j++) {
                trial[j] = point[j] - share * step[j];
            }
            reached = function.at(trial, trialResiduals);
            share /= 2;
        }
        return Double.isNaN(reached) ? Double.POSITIVE_INFINITY : reached;
    }

    private void normalEquations() {
        int size = slope.length;
        for (int i = 0; i < size; i++) {
            slope[i] = product(rows[i], residuals);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = product(rows[i], rows[j]);
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int t = 0;
        for (; t + 1 < a.length; t += 2) {
            even += a[t] * b[t];
            odd += a[t + 1] * b[t + 1];
        }
        return t < a.length ? even + odd + a[t] * b[t] : even + odd;
    }

    /** Solves (N + damping diag N) step = slope by Cholesky; false when the matrix is singular to rounding. */
    private boolean solve(double damping) {
        int size = slope.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = normal[i][j];
                if (i == j) {
                    sum += damping * sum;
                }
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i > j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > 1e-14 * normal[i][i]) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double sum = slope[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * step[k];
            }
            step[i] = sum / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = step[i];
            for (int k = i + 1; k < size; k++) {
                sum -= factor[k][i] * step[k];
            }
            step[i] = sum / factor[i][i];
        }
        return true;
    }
}
