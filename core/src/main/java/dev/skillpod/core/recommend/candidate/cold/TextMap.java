package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SymmetricInverse;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression from text to anything that is known of known contents: the value of a new content is the sum of
 * theirs, weighted by {@code (K + lambda I)^-1 k}, where K holds the similarities among the known and k those to the new.
 * Weights may be negative, and they sum to less than 1 where nothing known is similar: shrinkage towards 0.
 */
final class TextMap {
    private final DenseMatrix shares;

    private TextMap(DenseMatrix shares) {
        this.shares = shares;
    }

    /** Solves for the weights of every new content; {@code regularization} is lambda, greater than 0. */
    static TextMap fit(TextKernel kernel, double regularization, ParallelLoop loop) {
        int n = kernel.known().rows();
        int stride = SymmetricInverse.stride(n);
        var inverse = new float[Math.multiplyExact(stride, stride)];
        for (int row = 0; row < n; row++) {
            System.arraycopy(kernel.known().values(), row * n, inverse, row * stride, n);
            inverse[row * stride + row] += (float) regularization;
        }
        SymmetricInverse.invert(inverse, n, loop);
        return new TextMap(kernel.joint()
                .leftTimes(inverse, stride, n, IntStream.range(0, n).toArray(), loop));
    }

    /** Returns the share of each known content (row) in each new one (column). */
    DenseMatrix shares() {
        return shares;
    }

    /**
     * Returns mapped columns: row i of the result says of item i and every new content what {@code matrix} says of item i and
     * every known one.
     *
     * @param matrix {@code rows} rows of {@code stride} values
     * @param knownColumns the column of each known content
     */
    DenseMatrix columns(float[] matrix, int stride, int rows, int[] knownColumns, ParallelLoop loop) {
        return shares.leftTimes(matrix, stride, rows, knownColumns, loop);
    }

    /** Returns the value of every new content, out of the values of the known ones; it shrinks towards their mean. */
    float[] values(double[] known) {
        double mean = Arrays.stream(known).average().orElse(0);
        var values = new float[shares.columns()];
        for (int k = 0; k < known.length; k++) {
            shares.addRow(k, (float) (known[k] - mean), values);
        }
        return values;
    }
}
