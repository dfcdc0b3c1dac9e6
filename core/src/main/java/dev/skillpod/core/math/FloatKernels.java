package dev.skillpod.core.math;

/**
 * The inner loops of training and search over floats and bytes.
 *
 * <p>Two implementations exist: {@link ScalarFloatKernels}, the plain loops that say what is meant, and
 * {@link SimdFloatKernels} on the JDK's incubating Vector API. They agree up to rounding: sums are taken in another order.
 * Each implementation alone is deterministic: the same input gives the same bits on any thread.
 *
 * <p>The offsets and lengths are trusted apart from Java's own bounds checks; NaN and infinities propagate. Matrices "in
 * panels" have the layout of {@link Panels}. Implementations are stateless and thread-safe.
 */
public interface FloatKernels {
    /**
     * Returns the fastest kernels this JVM can run: SIMD when it was started with
     * {@code --add-modules jdk.incubator.vector}, otherwise scalar. Never throws.
     */
    static FloatKernels best() {
        return BestKernels.INSTANCE;
    }

    /** Returns what runs, for logs and reports, such as {@code scalar} or {@code simd-512}. */
    String name();

    /** Returns the sum of {@code a[aFrom + i] * b[bFrom + i]} over i in [0, length). */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /** Adds {@code alpha * x[xFrom + i]} to {@code y[yFrom + i]} for i in [0, length). */
    void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

    /** Multiplies {@code x[from + i]} by {@code alpha} for i in [0, length). */
    void scale(float alpha, float[] x, int from, int length);

    /**
     * Writes the dot product of {@code x} with each row of a row-major matrix.
     *
     * @param matrix rows of {@code stride} floats each
     * @param stride floats from one row to the next, at least {@code length}
     * @param rows how many rows to score
     * @param x the vector; its first {@code length} values are used
     * @param out receives {@code rows} products
     */
    default void rowDots(float[] matrix, int stride, int rows, float[] x, int length, float[] out) {
        for (int row = 0; row < rows; row++) {
            out[row] = dot(matrix, row * stride, x, 0, length);
        }
    }

    /**
     * Returns the exact sum of {@code a[aFrom + i] * b[bFrom + i]} over i in [0, length).
     *
     * @param a values in [-127, 127]; -128 is not allowed, since two products must fit 16 bits
     * @param b values in [-127, 127]
     * @param length at most 131,072, so that the sum fits 32 bits
     */
    int dotBytes(byte[] a, int aFrom, byte[] b, int bFrom, int length);

    /**
     * Writes one scaled row into a matrix in panels.
     *
     * @param scale factor on every value
     * @param source holds the row in plain order
     * @param from where the row starts in {@code source}
     * @param panels the matrix written to
     * @param capacity rows {@code panels} has room for
     * @param row the row to write, in [0, capacity)
     * @param side columns, a multiple of {@link Panels#WIDTH}
     */
    void packRow(float scale, float[] source, int from, float[] panels, int capacity, int row, int side);

    /**
     * Adds the sum of {@code scales[p] * row p} over p in [0, count) to {@code out}.
     *
     * @param panels rows in panels, with room for {@code capacity} rows
     * @param count rows used, in [0, capacity]
     * @param out {@code side} floats, a multiple of {@link Panels#WIDTH}
     */
    void addScaledRows(float[] panels, int capacity, int count, float[] scales, float[] out, int side);

    /**
     * Adds the outer products of rows to a symmetric matrix ("syrk"): {@code S += sum over p of row_p * row_p^T}.
     *
     * @param panels rows in panels, with room for {@code capacity} rows
     * @param count rows used, in [0, capacity]
     * @param symmetric {@code side * side} floats in panels; only the upper triangle (column >= row) is meaningful, what
     *     is below it may be overwritten
     * @param side a multiple of {@link Panels#WIDTH}
     */
    void addOuterProducts(float[] panels, int capacity, int count, float[] symmetric, int side);

    /**
     * Replaces a symmetric positive definite matrix by its Cholesky factor U, where {@code S = U^T U}.
     *
     * @param symmetric {@code side * side} floats in panels, of which the upper triangle is read; afterwards the upper
     *     triangle holds U, with the reciprocals of U's diagonal on the diagonal
     * @param side a multiple of {@link Panels#WIDTH}
     * @return the first row whose pivot is not a positive finite number, or {@code side} when all went well
     */
    int factor(float[] symmetric, int side);

    /**
     * Replaces {@code b} by the solution x of {@code U^T U x = b}.
     *
     * @param factored what {@link #factor} left
     * @param b {@code side} floats
     */
    void solveFactored(float[] factored, int side, float[] b);

    /**
     * Adds a product of packed strips to a tile of 8 rows by 32 columns ("gemm"):
     * {@code c[r][q] += sign * sum over p < depth of a[8 p + r] * b[32 p + q]}.
     *
     * @param a a strip of {@code depth * 8} values from {@code aFrom} on
     * @param b a strip of {@code depth * 32} values from {@code bFrom} on
     * @param c a matrix in plain rows of {@code stride} values; the tile starts at {@code cFrom}
     */
    void addTile(float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int cFrom, int stride);
}
