package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;

/**
 * Solves the least-squares problem of one row at a time, given the vectors of the other side.
 *
 * <p>The system is {@code (alpha_0 G + lambda_r I + sum of w y y^T) x = sum of w y} over the row's entries. Each vector is
 * packed once, scaled by the square root of its weight, and the sum of outer products taken over blocks of packed vectors.
 * The solve is exact (Cholesky): for k = 64 it costs as much as a dozen entries, so conjugate gradients would save little
 * and cost accuracy. Training leaves rows with few entries to {@link DualRowSolver}.
 *
 * <p>Holds the buffers of one thread; not thread-safe. The result depends only on the row, in the order its entries are
 * added.
 */
final class RowSolver {
    // Three panels of a block of 128 vectors take 24 kB: half of a first-level cache.
    private static final int BLOCK = 128;

    private final FloatKernels kernels;
    private final int side;
    private final int capacity;
    private final float[] panels;
    private final float[] scales;
    private final float[] system;
    private final float[] right;
    private int packed;

    /**
     * Creates a solver.
     *
     * @param side length of the vectors, padded
     * @param longestRow the most entries a row will have; sizes the buffers, may be exceeded
     */
    RowSolver(FloatKernels kernels, int side, int longestRow) {
        this.kernels = kernels;
        this.side = side;
        this.capacity = Math.clamp(longestRow, 1, BLOCK);
        panels = new float[capacity * side];
        scales = new float[capacity];
        system = new float[side * side];
        right = new float[side];
    }

    /**
     * Starts a row.
     *
     * @param base {@code alpha_0 G} in panels
     * @param regularization lambda_r, greater than 0
     */
    void begin(float[] base, float regularization) {
        System.arraycopy(base, 0, system, 0, system.length);
        for (int i = 0; i < side; i++) {
            system[Panels.index(side, i, i)] += regularization;
            right[i] = 0;
        }
        packed = 0;
    }

    /** Adds an entry: the vector at {@code factors[from..from + side)} with its weight. */
    void add(float[] factors, int from, float weight) {
        if (packed == capacity) {
            flush();
        }
        float scale = (float) Math.sqrt(weight);
        scales[packed] = scale;
        kernels.packRow(scale, factors, from, panels, capacity, packed++, side);
    }

    /**
     * Writes the row's solution to {@code out[from..from + side)}.
     *
     * @throws ArithmeticException when the numbers are too large for a float
     */
    void finish(float[] out, int from) {
        flush();
        int failed = kernels.factor(system, side);
        if (failed < side) {
            throw notPositiveDefinite("factor", failed);
        }
        kernels.solveFactored(system, side, right);
        System.arraycopy(right, 0, out, from, side);
    }

    static ArithmeticException notPositiveDefinite(String pivot, int at) {
        return new ArithmeticException("the normal equations are not positive definite at " + pivot + " " + at
                + ": weights are too large for the regularization");
    }

    private void flush() {
        kernels.addOuterProducts(panels, capacity, packed, system, side);
        kernels.addScaledRows(panels, capacity, packed, scales, right, side);
        packed = 0;
    }
}
