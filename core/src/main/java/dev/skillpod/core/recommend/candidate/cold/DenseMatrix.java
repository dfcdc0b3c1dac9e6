package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.ParallelLoop;

/** A matrix of floats in plain rows of {@code columns} values. */
record DenseMatrix(int rows, int columns, float[] values) {
    private static final FloatKernels KERNELS = FloatKernels.best();

    static DenseMatrix zeros(int rows, int columns) {
        return new DenseMatrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    float at(int row, int column) {
        return values[row * columns + column];
    }

    /** Adds {@code factor} times another matrix of the same shape to this one. */
    void add(float factor, DenseMatrix other) {
        KERNELS.axpy(factor, other.values, 0, values, 0, values.length);
    }

    /** Adds {@code factor} times a row to {@code out}. */
    void addRow(int row, float factor, float[] out) {
        KERNELS.axpy(factor, values, row * columns, out, 0, columns);
    }

    /**
     * Returns the product of some columns of a matrix with this one.
     *
     * @param left rows of {@code stride} values
     * @param leftRows how many rows it has
     * @param leftColumns which of its columns meet the rows of this matrix, one each
     */
    DenseMatrix leftTimes(float[] left, int stride, int leftRows, int[] leftColumns, ParallelLoop loop) {
        DenseMatrix product = zeros(leftRows, columns);
        loop.forEach(leftRows, row -> {
            for (int k = 0; k < rows; k++) {
                float factor = left[row * stride + leftColumns[k]];
                if (factor != 0) {
                    KERNELS.axpy(factor, values, k * columns, product.values, row * columns, columns);
                }
            }
        });
        return product;
    }
}
