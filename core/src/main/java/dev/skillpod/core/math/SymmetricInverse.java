package dev.skillpod.core.math;

import java.util.Arrays;

/**
 * The inverse of a dense symmetric positive definite matrix of up to {@value #LARGEST} rows, in place.
 *
 * <p>Blocked sweep operator (Beaton 1964; Goodnight 1979, "A Tutorial on the SWEEP Operator"): sweeping a block K replaces
 * {@code A_ij} by {@code A_ij - A_iK D A_Kj}, {@code A_iK} by {@code A_iK D} and {@code A_KK} by {@code -D}, where D is the
 * inverse of {@code A_KK}; after all blocks the matrix is the negative inverse. It stays symmetric throughout, so only the
 * upper triangle is computed: n^3 multiplications and additions, nearly all of them in one matrix product per block. The
 * blocks on the diagonal are inverted in double.
 *
 * <p>Sums are taken in a fixed order: the result has the same bits for any number of threads. Stateless.
 */
public final class SymmetricInverse {
    /** The most rows that fit a Java array with room to spare. */
    public static final int LARGEST = 40_000;

    private static final int COLUMNS = 32;
    private static final int STRIP = 8;
    private static final int BLOCK = 128;

    private SymmetricInverse() {}

    /** Returns the row length in which a matrix of {@code size} rows must be stored: {@code size} in whole tiles. */
    public static int stride(int size) {
        return (size + COLUMNS - 1) / COLUMNS * COLUMNS;
    }

    /**
     * Replaces a matrix by its inverse.
     *
     * @param matrix {@code stride(size)} rows of as many values, row by row; the upper triangle of the first {@code size}
     *     rows and columns is read, the padding is set to 0 by this method
     * @param size rows and columns, in [1, {@value #LARGEST}]
     * @param loop runs the parts of each step
     * @throws IllegalArgumentException when the size is out of range or the array has another length
     * @throws ArithmeticException when the matrix is not positive definite
     */
    public static void invert(float[] matrix, int size, ParallelLoop loop) {
        invert(matrix, size, loop, FloatKernels.best());
    }

    static void invert(float[] matrix, int size, ParallelLoop loop, FloatKernels kernels) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size must be in [1, " + LARGEST + "], was " + size);
        }
        int n = stride(size);
        if (matrix.length != n * n) {
            throw new IllegalArgumentException("matrix must hold " + n * n + " values, held " + matrix.length);
        }
        padding(matrix, size, n, 1);
        for (int from = 0; from < n; from += BLOCK) {
            sweep(matrix, n, from, Math.min(BLOCK, n - from), loop, kernels);
        }
        loop.forEachRange(n, (begin, end) -> {
            for (int row = begin; row < end; row++) {
                for (int column = row; column < n; column++) {
                    matrix[row * n + column] = -matrix[row * n + column];
                }
            }
        });
        mirror(matrix, n, loop);
        padding(matrix, size, n, 0);
    }

    private static void padding(float[] matrix, int size, int n, float diagonal) {
        for (int row = 0; row < n; row++) {
            Arrays.fill(matrix, row * n + (row < size ? size : 0), (row + 1) * n, 0);
            if (row >= size) {
                matrix[row * n + row] = diagonal;
            }
        }
    }

    private static void sweep(float[] matrix, int n, int from, int width, ParallelLoop loop, FloatKernels kernels) {
        var pivotRows = new float[width * n];
        for (int r = 0; r < width; r++) {
            for (int column = 0; column < from + r; column++) {
                pivotRows[r * n + column] = matrix[column * n + from + r];
            }
            System.arraycopy(matrix, (from + r) * n + from + r, pivotRows, r * n + from + r, n - from - r);
        }
        double[] inverse = SmallInverse.of(pivotRows, n, from, width);
        // F = D A_K, packed in strips of 32 columns: what every tile reads.
        var packed = new float[width * n];
        loop.forEach(n / COLUMNS, strip -> scaleStrip(inverse, pivotRows, n, width, strip, packed));
        int bands = (n + BLOCK - 1) / BLOCK;
        loop.forEach(bands, band -> {
            var left = new float[STRIP * width];
            for (int row = band * BLOCK; row < Math.min(n, (band + 1) * BLOCK); row += STRIP) {
                for (int p = 0; p < width; p++) {
                    System.arraycopy(pivotRows, p * n + row, left, STRIP * p, STRIP);
                }
                for (int column = row & -COLUMNS; column < n; column += COLUMNS) {
                    kernels.addTile(-1, left, 0, packed, column * width, width, matrix, row * n + column, n);
                }
            }
        });
        replacePivots(matrix, n, from, width, packed, inverse);
    }

    private static void scaleStrip(double[] inverse, float[] rows, int n, int width, int strip, float[] packed) {
        var sum = new double[COLUMNS];
        for (int r = 0; r < width; r++) {
            Arrays.fill(sum, 0);
            for (int p = 0; p < width; p++) {
                double factor = inverse[r * width + p];
                for (int c = 0; c < COLUMNS; c++) {
                    sum[c] += factor * rows[p * n + strip * COLUMNS + c];
                }
            }
            for (int c = 0; c < COLUMNS; c++) {
                packed[(strip * width + r) * COLUMNS + c] = (float) sum[c];
            }
        }
    }

    private static void replacePivots(float[] matrix, int n, int from, int width, float[] packed, double[] inverse) {
        for (int r = 0; r < width; r++) {
            for (int column = 0; column < n; column++) {
                int strip = column / COLUMNS;
                float value = packed[(strip * width + r) * COLUMNS + column % COLUMNS];
                if (column < from) {
                    matrix[column * n + from + r] = value;
                } else if (column >= from + width) {
                    matrix[(from + r) * n + column] = value;
                } else {
                    matrix[(from + r) * n + column] = (float) -inverse[r * width + column - from];
                }
            }
        }
    }

    /** Copies the upper triangle below the diagonal, tile by tile so that both sides stay in the cache. */
    private static void mirror(float[] matrix, int n, ParallelLoop loop) {
        loop.forEach(n / COLUMNS, tile -> {
            int row = tile * COLUMNS;
            for (int column = 0; column <= row; column += COLUMNS) {
                for (int r = row; r < row + COLUMNS; r++) {
                    for (int c = column; c < Math.min(r, column + COLUMNS); c++) {
                        matrix[r * n + c] = matrix[c * n + r];
                    }
                }
            }
        });
    }
}
