package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.SymmetricEigen;
import java.util.Arrays;

/**
 * Turns vectors about the origin so that their Gram matrix becomes diagonal.
 *
 * <p>The objective knows only dot products and lengths, which a rotation of both sides leaves as they are; and the side to
 * be solved next follows the given one by itself. So one side may be turned before any half iteration.
 */
final class Rotation {
    private Rotation() {}

    /**
     * Returns whether {@link DualRowSolver} would save more multiply-adds on the short rows than turning the given vectors
     * costs.
     */
    static boolean pays(SparseMatrix rows, int side) {
        double k = side;
        double saved = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double n = rows.rowLength(row);
            if (n > 0 && n <= DualRowSolver.longestRow(side)) {
                saved += (n * k * k + k * k * k / 3 - n * n * k - n * n * n / 3) / 2;
            }
        }
        // The decomposition runs on one thread, in double: that weighs its 8 k^3 several times.
        return saved > 40 * k * k * k + 2 * rows.columns() * k * k;
    }

    /**
     * Turns vectors in place and returns the diagonal of their Gram matrix, {@code side} values, none negative.
     *
     * @param gram of the vectors, in panels
     * @param factors components in use, at most {@code side}
     */
    static float[] diagonalize(
            FloatKernels kernels, float[] gram, float[] vectors, int count, int side, int factors, ParallelLoop loop) {
        var full = new double[factors * factors];
        float[] plain = GramMatrix.rowMajor(gram, side, factors);
        for (int i = 0; i < full.length; i++) {
            full[i] = plain[i];
        }
        SymmetricEigen eigen = SymmetricEigen.of(full, factors);
        var turn = new float[side * side];
        var diagonal = new float[side];
        for (int to = 0; to < factors; to++) {
            diagonal[to] = (float) Math.max(0, eigen.value(to));
            for (int from = 0; from < factors; from++) {
                turn[Panels.index(side, from, to)] = (float) eigen.vector(to, from);
            }
        }
        loop.forEachRange(count, (from, to) -> {
            var turned = new float[side];
            var vector = new float[side];
            for (int row = from; row < to; row++) {
                System.arraycopy(vectors, row * side, vector, 0, side);
                Arrays.fill(turned, 0);
                kernels.addScaledRows(turn, side, side, vector, turned, side);
                System.arraycopy(turned, 0, vectors, row * side, side);
            }
        });
        return diagonal;
    }
}
