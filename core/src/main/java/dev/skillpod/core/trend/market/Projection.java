package dev.skillpod.core.trend.market;

import java.util.Arrays;

/**
 * Moves points onto the plane C y = 0, along the way that a covariance W makes cheapest: y − W C′ (C W C′)⁻¹ C y.
 *
 * <p>C W C′ is brought to a unit diagonal and decomposed by Cholesky; rows of C that follow from those before (all cells of a table by
 * rows and by columns sum to the same) show as pivots of zero and are left out.
 */
final class Projection {
    private static final double DEPENDENT = 1e-11;

    private final double[][] constraints;
    private final double[][] covariance;
    private final double[][] lower;
    private final double[] scale;
    private final boolean[] used;

    /**
     * Prepares the projection.
     *
     * @param constraints rows of C
     * @param covariance W, symmetric and positive definite
     */
    Projection(double[][] constraints, double[][] covariance) {
        this.constraints = constraints;
        this.covariance = covariance;
        int m = constraints.length;
        lower = new double[m][m];
        scale = new double[m];
        used = new boolean[m];
        decompose();
    }

    private void decompose() {
        int m = constraints.length;
        for (int i = 0; i < m; i++) {
            double[] row = timesCovariance(constraints[i]);
            scale[i] = 1 / Math.sqrt(dot(row, constraints[i]));
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : dot(row, constraints[j]) * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i > j) {
                    lower[i][j] = used[j] ? sum / lower[j][j] : 0;
                } else if (sum > DEPENDENT) {
                    used[i] = true;
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    Arrays.fill(lower[i], 0);
                }
            }
        }
    }

    /**
     * Projects each column.
     *
     * @param points rows are coordinates, columns are points; not changed
     * @param nonNegative whether coordinates below zero are to become zero
     */
    double[][] project(double[][] points, boolean nonNegative) {
        int n = points.length;
        int columns = points[0].length;
        var result = new double[n][columns];
        for (int column = 0; column < columns; column++) {
            var point = new double[n];
            for (int i = 0; i < n; i++) {
                point[i] = points[i][column];
            }
            point = nonNegative ? nonNegative(point) : project(point);
            for (int i = 0; i < n; i++) {
                result[i][column] = point[i];
            }
        }
        return result;
    }

    /** Projects, sets what fell below zero to zero by a further constraint, and begins again until nothing falls: at most n times. */
    private double[] nonNegative(double[] point) {
        double tiny =
                1e-13 * Math.max(1, Arrays.stream(point).map(Math::abs).max().orElse(0));
        double[] result = project(point);
        var zero = new boolean[point.length];
        while (true) {
            boolean fell = false;
            for (int i = 0; i < result.length; i++) {
                if (!zero[i] && result[i] < -tiny) {
                    zero[i] = true;
                    fell = true;
                }
            }
            if (!fell) {
                break;
            }
            result = new Projection(withZeros(zero), covariance).project(point);
        }
        for (int i = 0; i < result.length; i++) {
            result[i] = zero[i] ? 0 : Math.max(0, result[i]);
        }
        return result;
    }

    private double[][] withZeros(boolean[] zero) {
        int count = 0;
        for (boolean is : zero) {
            count += is ? 1 : 0;
        }
        var rows = new double[count + constraints.length][];
        int next = 0;
        for (int i = 0; i < zero.length; i++) {
            if (zero[i]) {
                rows[next] = new double[zero.length];
                rows[next++][i] = 1;
            }
        }
        System.arraycopy(constraints, 0, rows, next, constraints.length);
        return rows;
    }

    /** Twice, because the second time takes away what rounding left of the first. */
    private double[] project(double[] point) {
        return once(once(point));
    }

    private double[] once(double[] point) {
        int m = constraints.length;
        var solution = new double[m];
        for (int i = 0; i < m; i++) {
            if (used[i]) {
                double sum = dot(constraints[i], point) * scale[i];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * solution[k];
                }
                solution[i] = sum / lower[i][i];
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            if (used[i]) {
                double sum = solution[i];
                for (int k = i + 1; k < m; k++) {
                    sum -= lower[k][i] * solution[k];
                }
                solution[i] = sum / lower[i][i];
            }
        }
        var pull = new double[point.length];
        for (int i = 0; i < m; i++) {
            if (used[i]) {
                for (int j = 0; j < pull.length; j++) {
                    pull[j] += constraints[i][j] * solution[i] * scale[i];
                }
            }
        }
        double[] moved = timesCovariance(pull);
        for (int j = 0; j < moved.length; j++) {
            moved[j] = point[j] - moved[j];
        }
        return moved;
    }

    private double[] timesCovariance(double[] vector) {
        var product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            if (vector[j] != 0) {
                for (int i = 0; i < product.length; i++) {
                    product[i] += covariance[i][j] * vector[j];
                }
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
