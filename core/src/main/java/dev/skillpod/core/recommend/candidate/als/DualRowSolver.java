package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import java.util.Arrays;

/**
 * Solves the least-squares problem of one short row at a time, given vectors whose Gram matrix is diagonal ({@link
 * Rotation}): the same solution as {@link RowSolver}'s, from a system as large as the row has entries.
 *
 * <p>With {@code D = alpha_0 G + lambda_r I} diagonal, A the n vectors scaled by the roots of their weights s, and {@code
 * B = A D^-1/2}, the solution of {@code (D + A^T A) x = A^T s} is {@code x = D^-1/2 B^T (I + B B^T)^-1 s} (the matrix
 * inversion lemma: Golub and Van Loan 2013, Matrix Computations, section 2.1.4). Instead of {@code n k^2 / 2 + k^3 / 6}
 * multiply-adds that costs {@code n^2 k / 2 + n^3 / 6}.
 *
 * <p>Holds the buffers of one thread; not thread-safe.
 */
final class DualRowSolver {
    private final FloatKernels kernels;
    private final float[] diagonal;
    private final int side;
    /** B^T in panels: {@code side} rows, a column per entry. */
    private final float[] columns;

    private final int[] offsets;
    private final float[] scales;
    private final float[] solution;
    private final float[] roots;
    private final float[] system;
    private float regularization = Float.NaN;
    private int count;

    /**
     * Creates a solver.
     *
     * @param diagonal of {@code alpha_0 G}, as long as the padded vectors
     */
    DualRowSolver(FloatKernels kernels, float[] diagonal) {
        this.kernels = kernels;
        this.diagonal = diagonal;
        this.side = diagonal.length;
        int longest = longestRow(side);
        columns = new float[side * longest];
        offsets = new int[longest];
        scales = new float[longest];
        solution = new float[longest];
        roots = new float[side];
        system = new float[longest * longest];
    }

    /** Returns the most entries for which this way is the cheaper one; 0 when it never is. */
    static int longestRow(int side) {
        return side - Panels.WIDTH;
    }

    /** Starts a row; {@code lambda} is its lambda_r, greater than 0. */
    void begin(float lambda) {
        if (lambda != regularization) {
            for (int i = 0; i < side; i++) {
                roots[i] = 1 / (float) Math.sqrt(diagonal[i] + lambda);
            }
            regularization = lambda;
        }
        count = 0;
    }

    /** Adds an entry, of at most {@link #longestRow}: the vector at {@code factors[from..]} with its weight. */
    void add(float[] factors, int from, float weight) {
        float scale = (float) Math.sqrt(weight);
        int to = Panels.index(side, 0, count);
        for (int i = 0; i < side; i++) {
            columns[to + i * Panels.WIDTH] = scale * factors[from + i] * roots[i];
        }
        offsets[count] = from;
        scales[count++] = scale;
    }

    /**
     * Writes the row's solution to {@code out[from..from + side)}.
     *
     * @param factors the array the row's vectors lie in
     * @throws ArithmeticException when the numbers are too large for a float
     */
    void finish(float[] factors, float[] out, int from) {
        int size = Panels.padded(count);
        clearColumns(size);
        Arrays.fill(system, 0, size * size, 0);
        for (int i = 0; i < size; i++) {
            system[Panels.index(size, i, i)] = 1;
        }
        kernels.addOuterProducts(columns, side, side, system, size);
        int failed = kernels.factor(system, size);
        if (failed < size) {
            throw RowSolver.notPositiveDefinite("entry", failed);
        }
        System.arraycopy(scales, 0, solution, 0, count);
        Arrays.fill(solution, count, size, 0);
        kernels.solveFactored(system, size, solution);
        Arrays.fill(out, from, from + side, 0);
        for (int i = 0; i < count; i++) {
            kernels.axpy(scales[i] * solution[i], factors, offsets[i], out, from, side);
        }
        for (int i = 0; i < side; i++) {
            out[from + i] *= roots[i] * roots[i];
        }
    }

    /** Zeroes what an earlier row left in the padding of the last panel. */
    private void clearColumns(int size) {
        if (count == size) {
            return;
        }
        for (int row = 0; row < side; row++) {
            int to = Panels.index(side, row, count);
            Arrays.fill(columns, to, to + size - count, 0);
        }
    }
}
