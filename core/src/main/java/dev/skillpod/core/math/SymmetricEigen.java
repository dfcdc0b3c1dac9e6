package dev.skillpod.core.math;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, {@code S = V^T diag(values) V} with one eigenvector per row of V.
 *
 * <p>Householder's reduction to tridiagonal form, then the implicit QL algorithm (Golub and Van Loan 2013, Matrix
 * Computations, sections 8.3.1 and 8.3.3), in double. Vectors are kept in rows, not in columns as textbooks have them, so
 * that every inner loop runs along memory. The same input gives the same bits. Immutable and thread-safe.
 */
public final class SymmetricEigen {
    private static final int MOST_STEPS = 60;
    /** What rounding leaves beside the diagonal of a matrix whose largest value is 1, whatever stands on the diagonal. */
    private static final double NEGLIGIBLE = 0x1p-50;

    private final int size;
    private final double[] values;
    private final double[] vectors;

    private SymmetricEigen(int size, double[] values, double[] vectors) {
        this.size = size;
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param symmetric {@code size * size} finite values, row by row, both triangles; not changed
     * @param size rows and columns, at least 1
     * @throws ArithmeticException when the values are not finite
     */
    public static SymmetricEigen of(double[] symmetric, int size) {
        if (symmetric.length != size * size) {
            throw new IllegalArgumentException(
                    "symmetric must hold " + size * size + " values, held " + symmetric.length);
        }
        double scale = 0;
        for (double value : symmetric) {
            scale = Math.max(scale, Math.abs(value));
        }
        if (!Double.isFinite(scale)) {
            throw new ArithmeticException("matrix of size " + size + " must be finite");
        }
        // Scaled to a largest value of 1, so that squares neither overflow nor vanish.
        var matrix = new double[size * size];
        for (int i = 0; i < matrix.length && scale > 0; i++) {
            matrix[i] = symmetric[i] / scale;
        }
        var vectors = new double[size * size];
        for (int i = 0; i < size; i++) {
            vectors[i * size + i] = 1;
        }
        for (int j = 0; j < size - 2; j++) {
            reflect(matrix, vectors, size, j);
        }
        var diagonal = new double[size];
        var beside = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = matrix[i * size + i];
            beside[i] = i + 1 < size ? matrix[i * size + i + 1] : 0;
        }
        for (int i = 0; i < size; i++) {
            int steps = 0;
            int end;
            while ((end = endOfBlock(diagonal, beside, i)) > i) {
                if (++steps > MOST_STEPS) {
                    throw new ArithmeticException("matrix of size " + size + " has no eigenvalues in double precision");
                }
                step(diagonal, beside, vectors, size, i, end);
            }
        }
        for (int i = 0; i < size; i++) {
            diagonal[i] *= scale;
        }
        return new SymmetricEigen(size, diagonal, vectors);
    }

    /** Returns the number of rows and columns. */
    public int size() {
        return size;
    }

    /** Returns an eigenvalue, in no particular order. */
    public double value(int i) {
        return values[i];
    }

    /** Returns component {@code j} of the eigenvector of {@link #value value(i)}; its length is 1. */
    public double vector(int i, int j) {
        return vectors[i * size + j];
    }

    /** Zeroes row and column j beyond the neighbour of the diagonal by a reflection of the rows below. */
    private static void reflect(double[] a, double[] vectors, int n, int j) {
        int from = j + 1;
        double norm = 0;
        for (int i = from; i < n; i++) {
            norm += a[j * n + i] * a[j * n + i];
        }
        norm = Math.sqrt(norm);
        if (norm == 0) {
            return;
        }
        var v = new double[n];
        System.arraycopy(a, j * n + from, v, from, n - from);
        double beside = v[from] > 0 ? -norm : norm;
        v[from] -= beside;
        // |v|^2 = 2 norm (norm + |first|), so this is 2 / |v|^2.
        double beta = 1 / (norm * Math.abs(v[from]));
        var w = new double[n];
        double overlap = 0;
        for (int i = from; i < n; i++) {
            double sum = 0;
            for (int k = from; k < n; k++) {
                sum += a[i * n + k] * v[k];
            }
            w[i] = beta * sum;
            overlap += w[i] * v[i];
        }
        for (int i = from; i < n; i++) {
            w[i] -= beta / 2 * overlap * v[i];
        }
        for (int i = from; i < n; i++) {
            double vi = v[i];
            double wi = w[i];
            for (int k = from; k < n; k++) {
                a[i * n + k] -= vi * w[k] + wi * v[k];
            }
        }
        a[j * n + from] = beside;
        var projected = new double[n];
        for (int i = from; i < n; i++) {
            double vi = beta * v[i];
            for (int k = 0; k < n; k++) {
                projected[k] += vi * vectors[i * n + k];
            }
        }
        for (int i = from; i < n; i++) {
            double vi = v[i];
            for (int k = 0; k < n; k++) {
                vectors[i * n + k] -= vi * projected[k];
            }
        }
    }

    /** Returns the last row of the block that begins at a row: the first whose neighbour is negligible. */
    private static int endOfBlock(double[] diagonal, double[] beside, int from) {
        int end = from;
        while (end < diagonal.length - 1
                && !(Math.abs(beside[end])
                        <= Math.max(NEGLIGIBLE, 0x1p-52 * (Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1]))))) {
            end++;
        }
        return end;
    }

    /** One implicit QL step with Wilkinson's shift on the rows from {@code from} to {@code end}. */
    private static void step(double[] diagonal, double[] beside, double[] vectors, int n, int from, int end) {
        double ratio = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
        double root = Math.sqrt(ratio * ratio + 1);
        double g = diagonal[end] - diagonal[from] + beside[from] / (ratio + (ratio < 0 ? -root : root));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = end - 1; i >= from; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            double r = Math.sqrt(f * f + g * g);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= shift;
                beside[end] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = diagonal[i + 1] - shift;
            r = (diagonal[i] - g) * sine + 2 * cosine * b;
            shift = sine * r;
            diagonal[i + 1] = g + shift;
            g = cosine * r - b;
            turn(vectors, i * n, (i + 1) * n, n, sine, cosine);
        }
        diagonal[from] -= shift;
        beside[from] = g;
        beside[end] = 0;
    }

    private static void turn(double[] vectors, int upper, int lower, int n, double sine, double cosine) {
        for (int k = 0; k < n; k++) {
            double below = vectors[lower + k];
            double above = vectors[upper + k];
            vectors[lower + k] = sine * above + cosine * below;
            vectors[upper + k] = cosine * above - sine * below;
        }
    }
}
