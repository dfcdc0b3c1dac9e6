package dev.skillpod.core.math;

/**
 * The column-panel layout in which the dense kernels of this package read and write matrices.
 *
 * <p>A matrix is cut into vertical panels of {@value #WIDTH} columns; a panel keeps its rows one after the other. Element
 * {@code (row, column)} of a matrix with room for {@code capacity} rows lies at
 * {@code (column / 16 * capacity + row) * 16 + column % 16}. Matrices are padded with zero columns to a multiple of
 * {@value #WIDTH}; symmetric matrices also with rows, and their padded diagonal is 1 so that they stay positive definite.
 *
 * <p>Why not plain rows: the inner loops then advance by a constant stride, so the compiler drops the bounds checks, and
 * a tile reads only the two or three panels it multiplies, which stay in the first-level cache.
 *
 * <p>Stateless, hence thread-safe.
 */
public final class Panels {
    /** Columns of a panel: one 512-bit vector of floats. */
    public static final int WIDTH = 16;

    private Panels() {}

    /** Returns {@code columns} rounded up to a multiple of {@value #WIDTH}. */
    public static int padded(int columns) {
        return (columns + WIDTH - 1) & -WIDTH;
    }

    /** Returns the position of an element; {@code capacity} is the number of rows the matrix has room for. */
    public static int index(int capacity, int row, int column) {
        return ((column >> 4) * capacity + row) * WIDTH + (column & (WIDTH - 1));
    }

    /**
     * Copies a symmetric matrix from row-major order.
     *
     * @param symmetric {@code size * size} values, row by row; only the upper triangle is read
     * @param size rows and columns, at least 1
     * @return a square matrix of side {@link #padded padded(size)} in panels, with 1 on the padded diagonal
     */
    public static float[] ofSymmetric(float[] symmetric, int size) {
        int side = padded(size);
        var panels = new float[Math.multiplyExact(side, side)];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean inside = row < size && column < size;
                float value = inside
                        ? symmetric[Math.min(row, column) * size + Math.max(row, column)]
                        : row == column ? 1f : 0f;
                panels[index(side, row, column)] = value;
            }
        }
        return panels;
    }
}
