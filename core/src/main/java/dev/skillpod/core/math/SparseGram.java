package dev.skillpod.core.math;

/** The dense matrix {@code X^T X} of a sparse X, summed row by row so that it does not depend on the threads. */
public final class SparseGram {
    private SparseGram() {}

    /**
     * Computes {@code X^T X}.
     *
     * @param x any number of rows, at most {@value SymmetricInverse#LARGEST} columns; the time grows with the sum of the
     *     squared row lengths
     * @return a full symmetric matrix in rows of {@link SymmetricInverse#stride stride(columns)} values, padded with 0
     */
    public static float[] of(SparseMatrix x, ParallelLoop loop) {
        int stride = SymmetricInverse.stride(x.columns());
        var gram = new float[Math.multiplyExact(stride, stride)];
        SparseMatrix byColumn = x.transpose();
        loop.forEach(x.columns(), column -> {
            int to = column * stride;
            for (int p = byColumn.rowStart(column); p < byColumn.rowEnd(column); p++) {
                int row = byColumn.columnAt(p);
                float factor = byColumn.valueAt(p);
                for (int q = x.rowStart(row); q < x.rowEnd(row); q++) {
                    gram[to + x.columnAt(q)] += factor * x.valueAt(q);
                }
            }
        });
        return gram;
    }
}
