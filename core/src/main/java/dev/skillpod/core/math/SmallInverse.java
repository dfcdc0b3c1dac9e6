package dev.skillpod.core.math;

/** The inverse of a small block on the diagonal, by Cholesky in double. */
final class SmallInverse {
    private SmallInverse() {}

    /**
     * Inverts the square block whose rows start at column {@code from} of {@code rows}.
     *
     * @param rows {@code width} rows of {@code stride} values, of which the block is columns [from, from + width)
     * @return {@code width * width} values, row by row
     * @throws ArithmeticException when the block is not positive definite
     */
    static double[] of(float[] rows, int stride, int from, int width) {
        // L with A = L L^T in the lower triangle, its inverse M beside it, then A^-1 = M^T M.
        var lower = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = rows[j * stride + from + i];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * width + k] * lower[j * width + k];
                }
                if (i > j) {
                    lower[i * width + j] = sum / lower[j * width + j];
                } else if (sum > 0 && sum <= Double.MAX_VALUE) {
                    lower[i * width + i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("matrix is not positive definite: pivot of row " + (from + i)
                            + " is not a positive number");
                }
            }
        }
        var inverse = new double[width * width];
        var result = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    sum -= lower[i * width + k] * inverse[k * width + j];
                }
                inverse[i * width + j] = sum / lower[i * width + i];
            }
        }
        for (int k = 0; k < width; k++) {
            for (int i = 0; i <= k; i++) {
                double factor = inverse[k * width + i];
                for (int j = 0; j <= k; j++) {
                    result[i * width + j] += factor * inverse[k * width + j];
                }
            }
        }
        return result;
    }
}
