package dev.skillpod.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocked Cholesky factorisation and triangular solves on the Vector API, for matrices in {@link Panels}.
 *
 * <p>Left-looking by blocks of eight rows: one {@link OuterProductTiles} update subtracts everything the finished rows
 * contribute, then the eight rows are finished among themselves. The rows above are U, where {@code S = U^T U}.
 */
final class PanelCholesky {
    private static final VectorSpecies<Float> FLOATS = SimdFloatKernels.FLOATS;
    private static final int LANES = FLOATS.length();
    private static final int W = Panels.WIDTH;
    private static final int ROWS = OuterProductTiles.ROWS;

    private PanelCholesky() {}

    /** See {@link FloatKernels#factor}. */
    static int factor(float[] u, int side) {
        var triangle = new float[10];
        for (int row = 0; row < side; row += ROWS) {
            if (row > 0) {
                OuterProductTiles.updateRows(-1f, u, side, row, u, side, row);
            }
            int failed = finishFour(u, side, row, triangle);
            if (failed == 4) {
                int below = Panels.index(side, row, row + 4);
                for (int column = row & -W; column < side; column += LANES) {
                    subtractFour(u, below, Panels.index(side, row, column));
                }
                failed += finishFour(u, side, row + 4, triangle);
            }
            if (failed < ROWS) {
                return row + failed;
            }
            // The first four rows' diagonal was needed as it is until here.
            reciprocalDiagonal(u, Panels.index(side, row, row));
        }
        return side;
    }

    /** Finishes four rows among themselves; returns the first bad pivot in [0, 4), or 4. */
    private static int finishFour(float[] u, int side, int row, float[] triangle) {
        int failed = factorFour(u, Panels.index(side, row, row), triangle);
        if (failed == 4) {
            for (int column = row & -W; column < side; column += LANES) {
                finishVectors(triangle, u, Panels.index(side, row, column));
            }
        }
        return failed;
    }

    /*
     * The 4 x 4 block in plain scalars, which the compiler keeps in registers. The triangle receives, row by row, the
     * reciprocal of the diagonal and the finished values right of it, negated so that they are ready to be added.
     */
    private static int factorFour(float[] u, int at, float[] triangle) {
        float d0 = u[at];
        float r0 = reciprocalRoot(d0);
        float u01 = u[at + 1] * r0;
        float u02 = u[at + 2] * r0;
        float u03 = u[at + 3] * r0;
        float d1 = Math.fma(-u01, u01, u[at + W + 1]);
        float r1 = reciprocalRoot(d1);
        float u12 = Math.fma(-u01, u02, u[at + W + 2]) * r1;
        float u13 = Math.fma(-u01, u03, u[at + W + 3]) * r1;
        float d2 = Math.fma(-u12, u12, Math.fma(-u02, u02, u[at + 2 * W + 2]));
        float r2 = reciprocalRoot(d2);
        float u23 = Math.fma(-u12, u13, Math.fma(-u02, u03, u[at + 2 * W + 3])) * r2;
        float d3 = Math.fma(-u23, u23, Math.fma(-u13, u13, Math.fma(-u03, u03, u[at + 3 * W + 3])));
        triangle[0] = r0;
        triangle[1] = -u01;
        triangle[2] = -u02;
        triangle[3] = -u03;
        triangle[4] = r1;
        triangle[5] = -u12;
        triangle[6] = -u13;
        triangle[7] = r2;
        triangle[8] = -u23;
        triangle[9] = reciprocalRoot(d3);
        return !usable(d0) ? 0 : !usable(d1) ? 1 : !usable(d2) ? 2 : !usable(d3) ? 3 : 4;
    }

    private static float reciprocalRoot(float pivot) {
        return 1f / (float) Math.sqrt(pivot);
    }

    private static boolean usable(float pivot) {
        return pivot > 0 && pivot <= Float.MAX_VALUE;
    }

    /** Solves the triangle for one vector of each of the four rows. */
    private static void finishVectors(float[] triangle, float[] u, int at) {
        FloatVector r0 = load(u, at).mul(triangle[0]);
        FloatVector r1 = plus(load(u, at + W), r0, triangle[1]).mul(triangle[4]);
        FloatVector r2 = plus(plus(load(u, at + 2 * W), r0, triangle[2]), r1, triangle[5])
                .mul(triangle[7]);
        FloatVector r3 = plus(plus(load(u, at + 3 * W), r0, triangle[3]), r1, triangle[6]);
        r3 = plus(r3, r2, triangle[8]).mul(triangle[9]);
        r0.intoArray(u, at);
        r1.intoArray(u, at + W);
        r2.intoArray(u, at + 2 * W);
        r3.intoArray(u, at + 3 * W);
    }

    /** Subtracts from four rows what the four finished rows above contribute; {@code below} points at their factors. */
    private static void subtractFour(float[] u, int below, int at) {
        FloatVector r0 = load(u, at);
        FloatVector r1 = load(u, at + W);
        FloatVector r2 = load(u, at + 2 * W);
        FloatVector r3 = load(u, at + 3 * W);
        for (int r = 0; r < 4; r++) {
            int to = at + (4 + r) * W;
            FloatVector even = plus(plus(load(u, to), r0, -u[below + r]), r1, -u[below + W + r]);
            plus(plus(even, r2, -u[below + 2 * W + r]), r3, -u[below + 3 * W + r])
                    .intoArray(u, to);
        }
    }

    private static void reciprocalDiagonal(float[] u, int at) {
        for (int r = 0; r < ROWS; r++) {
            u[at + r * W + r] = 1 / u[at + r * W + r];
        }
    }

    private static FloatVector plus(FloatVector value, FloatVector row, float factor) {
        return row.fma(FloatVector.broadcast(FLOATS, factor), value);
    }

    private static FloatVector less(FloatVector value, FloatVector row, float factor) {
        return row.fma(FloatVector.broadcast(FLOATS, -factor), value);
    }

    /** See {@link FloatKernels#solveFactored}. */
    static void solve(float[] u, int side, float[] b) {
        for (int panel = 0; panel < side; panel += W) {
            forwardWithin(u, Panels.index(side, panel, panel), b, panel);
            for (int column = panel + W; column < side; column += LANES) {
                int at = Panels.index(side, panel, column);
                FloatVector even = load(b, column);
                FloatVector odd = FloatVector.zero(FLOATS);
                for (int r = 0; r < W; r += 2) {
                    even = less(even, load(u, at + r * W), b[panel + r]);
                    odd = less(odd, load(u, at + r * W + W), b[panel + r + 1]);
                }
                even.add(odd).intoArray(b, column);
            }
        }
        for (int panel = side - W; panel >= 0; panel -= W) {
            for (int r = 0; r < W && panel + W < side; r++) {
                FloatVector sum = FloatVector.zero(FLOATS);
                for (int column = panel + W; column < side; column += LANES) {
                    sum = load(u, Panels.index(side, panel + r, column)).fma(load(b, column), sum);
                }
                b[panel + r] -= SimdFloatKernels.sumOf(sum);
            }
            backwardWithin(u, Panels.index(side, panel, panel), b, panel);
        }
    }

    /** Solves the transposed 16 x 16 triangle at {@code at} for {@code b[from..from + 16)}. */
    private static void forwardWithin(float[] u, int at, float[] b, int from) {
        for (int r = 0; r < W; r++) {
            float value = b[from + r] * u[at + r * W + r];
            b[from + r] = value;
            for (int c = r + 1; c < W; c++) {
                b[from + c] = Math.fma(-value, u[at + r * W + c], b[from + c]);
            }
        }
    }

    /** Solves the 16 x 16 triangle at {@code at} for {@code b[from..from + 16)}. */
    private static void backwardWithin(float[] u, int at, float[] b, int from) {
        for (int c = W - 1; c >= 0; c--) {
            float value = b[from + c] * u[at + c * W + c];
            b[from + c] = value;
            for (int r = 0; r < c; r++) {
                b[from + r] = Math.fma(-value, u[at + r * W + c], b[from + r]);
            }
        }
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(FLOATS, values, from);
    }
}
