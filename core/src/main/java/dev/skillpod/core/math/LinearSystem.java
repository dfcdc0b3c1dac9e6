package dev.skillpod.core.math;

/** Small symmetric positive definite systems of equations, in double: {@code A x = b} by Cholesky. Stateless and thread-safe. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves a system in place.
     *
     * @param a square, row by row; only the lower triangle is read, and it is overwritten by the factor
     * @param b the right side; not changed
     * @return x
     * @throws ArithmeticException when the matrix is not positive definite
     */
    public static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i > j) {
                    a[i][j] = sum / a[j][j];
                } else if (sum > 0 && sum <= Double.MAX_VALUE) {
                    a[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException(
                            "matrix is not positive definite: pivot of row " + i + " is not a positive number");
                }
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    /**
     * Returns the diagonal of the inverse.
     *
     * @param a square, row by row; only the lower triangle is read, and it is overwritten by the factor
     * @throws ArithmeticException when the matrix is not positive definite
     */
    public static double[] inverseDiagonal(double[][] a) {
        int size = a.length;
        solve(a, new double[size]);
        var diagonal = new double[size];
        var column = new double[size];
        for (int j = 0; j < size; j++) {
            for (int i = j; i < size; i++) {
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    sum -= a[i][k] * column[k];
                }
                column[i] = sum / a[i][i];
                diagonal[j] += column[i] * column[i];
            }
        }
        return diagonal;
    }
}
