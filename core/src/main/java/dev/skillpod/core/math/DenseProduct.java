package dev.skillpod.core.math;

/**
 * The product of two dense matrices in plain rows, tiled for the caches (Goto and van de Geijn 2008). The result has the
 * same bits for any number of threads. Stateless.
 */
public final class DenseProduct {
    private static final int COLUMNS = 32;
    private static final int STRIP = 8;
    private static final int DEPTH = 256;
    private static final int BAND = 64;

    private DenseProduct() {}

    /**
     * Computes {@code A B}.
     *
     * @param a {@code rows * depth} values, row by row
     * @param b {@code depth * columns} values, row by row
     * @param rows a multiple of 8
     * @param depth at least 1
     * @param columns a multiple of 32
     * @param loop runs the parts
     * @return {@code rows * columns} values, row by row
     * @throws IllegalArgumentException when a length is not a multiple or does not fit its array
     */
    public static float[] multiply(float[] a, float[] b, int rows, int depth, int columns, ParallelLoop loop) {
        return multiply(a, b, rows, depth, columns, loop, FloatKernels.best());
    }

    static float[] multiply(
            float[] a, float[] b, int rows, int depth, int columns, ParallelLoop loop, FloatKernels kernels) {
        if (rows % STRIP != 0 || columns % COLUMNS != 0) {
            throw new IllegalArgumentException("rows must be a multiple of " + STRIP + " and columns of " + COLUMNS
                    + ", were " + rows + " and " + columns);
        }
        if (a.length != rows * depth || b.length != depth * columns) {
            throw new IllegalArgumentException("a must hold " + rows * depth + " values and b " + depth * columns
                    + ", held " + a.length + " and " + b.length);
        }
        var product = new float[Math.multiplyExact(rows, columns)];
        var packed = new float[Math.min(DEPTH, depth) * columns];
        for (int start = 0; start < depth; start += DEPTH) {
            int from = start;
            int count = Math.min(DEPTH, depth - from);
            loop.forEach(columns / COLUMNS, strip -> {
                for (int p = 0; p < count; p++) {
                    int source = (from + p) * columns + strip * COLUMNS;
                    System.arraycopy(b, source, packed, (strip * count + p) * COLUMNS, COLUMNS);
                }
            });
            loop.forEach((rows + BAND - 1) / BAND, band -> {
                int top = band * BAND;
                int bottom = Math.min(rows, top + BAND);
                float[] left = pack(a, depth, from, count, top, bottom);
                for (int column = 0; column < columns; column += COLUMNS) {
                    for (int row = top; row < bottom; row += STRIP) {
                        int to = row * columns + column;
                        kernels.addTile(
                                1, left, (row - top) * count, packed, column * count, count, product, to, columns);
                    }
                }
            });
        }
        return product;
    }

    private static float[] pack(float[] a, int depth, int from, int count, int top, int bottom) {
        var left = new float[(bottom - top) * count];
        for (int row = top; row < bottom; row++) {
            int strip = (row - top) / STRIP * STRIP * count + (row - top) % STRIP;
            for (int p = 0; p < count; p++) {
                left[strip + STRIP * p] = a[row * depth + from + p];
            }
        }
        return left;
    }
}
