package dev.skillpod.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles that accumulate outer products of rows in panels: the loop in which training spends its time.
 *
 * <p>A tile keeps a block of the result in registers while it runs down the rows: per row it loads one or two vectors,
 * broadcasts four or eight single values and issues that many fused multiply-adds for each vector. With 512-bit vectors
 * (32 registers) the tile is 8 rows by 1 or 2 vectors, otherwise 4 rows by 2 vectors, which fits 16 registers.
 */
final class OuterProductTiles {
    /** Rows of the result updated by one call of {@link #updateRows}. */
    static final int ROWS = 8;

    private static final VectorSpecies<Float> FLOATS = SimdFloatKernels.FLOATS;
    private static final int LANES = FLOATS.length();
    private static final int W = Panels.WIDTH;

    private OuterProductTiles() {}

    /**
     * Adds {@code sign * sum over p < count of panels[p][row + r] * panels[p][column]} to {@code target[row + r][column]}
     * for r in [0, 8) and the columns from the panel of {@code row} on.
     *
     * @param row a multiple of 8
     */
    static void updateRows(float sign, float[] panels, int capacity, int count, float[] target, int side, int row) {
        int left = Panels.index(capacity, 0, row);
        int column = row & -W;
        if (LANES == W) {
            for (; column + W < side; column += 2 * W) {
                int right = Panels.index(capacity, 0, column);
                int to = Panels.index(side, row, column);
                tile8x2(sign, panels, left, right, right + capacity * W, count, target, to, to + side * W);
            }
            if (column < side) {
                tile8x1(
                        sign,
                        panels,
                        left,
                        Panels.index(capacity, 0, column),
                        count,
                        target,
                        Panels.index(side, row, column));
            }
            return;
        }
        for (; column < side; column += 2 * LANES) {
            int right = Panels.index(capacity, 0, column);
            int to = Panels.index(side, row, column);
            tile4x2(sign, panels, left, right, count, target, to);
            tile4x2(sign, panels, left + 4, right, count, target, to + 4 * W);
        }
    }

    private static void tile8x2(
            float sign, float[] s, int left, int right0, int right1, int count, float[] target, int to0, int to1) {
        FloatVector a0 = zero(), a1 = zero(), a2 = zero(), a3 = zero();
        FloatVector a4 = zero(), a5 = zero(), a6 = zero(), a7 = zero();
        FloatVector b0 = zero(), b1 = zero(), b2 = zero(), b3 = zero();
        FloatVector b4 = zero(), b5 = zero(), b6 = zero(), b7 = zero();
        for (int p = 0; p < count; p++) {
            int l = left + p * W;
            FloatVector x = load(s, right0 + p * W);
            FloatVector y = load(s, right1 + p * W);
            FloatVector v = all(s[l]);
            a0 = x.fma(v, a0);
            b0 = y.fma(v, b0);
            v = all(s[l + 1]);
            a1 = x.fma(v, a1);
            b1 = y.fma(v, b1);
            v = all(s[l + 2]);
            a2 = x.fma(v, a2);
            b2 = y.fma(v, b2);
            v = all(s[l + 3]);
            a3 = x.fma(v, a3);
            b3 = y.fma(v, b3);
            v = all(s[l + 4]);
            a4 = x.fma(v, a4);
            b4 = y.fma(v, b4);
            v = all(s[l + 5]);
            a5 = x.fma(v, a5);
            b5 = y.fma(v, b5);
            v = all(s[l + 6]);
            a6 = x.fma(v, a6);
            b6 = y.fma(v, b6);
            v = all(s[l + 7]);
            a7 = x.fma(v, a7);
            b7 = y.fma(v, b7);
        }
        FloatVector factor = all(sign);
        add(a0, factor, target, to0);
        add(a1, factor, target, to0 + W);
        add(a2, factor, target, to0 + 2 * W);
        add(a3, factor, target, to0 + 3 * W);
        add(a4, factor, target, to0 + 4 * W);
        add(a5, factor, target, to0 + 5 * W);
        add(a6, factor, target, to0 + 6 * W);
        add(a7, factor, target, to0 + 7 * W);
        add(b0, factor, target, to1);
        add(b1, factor, target, to1 + W);
        add(b2, factor, target, to1 + 2 * W);
        add(b3, factor, target, to1 + 3 * W);
        add(b4, factor, target, to1 + 4 * W);
        add(b5, factor, target, to1 + 5 * W);
        add(b6, factor, target, to1 + 6 * W);
        add(b7, factor, target, to1 + 7 * W);
    }

    private static void tile8x1(float sign, float[] s, int left, int right, int count, float[] target, int to) {
        FloatVector a0 = zero(), a1 = zero(), a2 = zero(), a3 = zero();
        FloatVector a4 = zero(), a5 = zero(), a6 = zero(), a7 = zero();
        for (int p = 0; p < count; p++) {
            int l = left + p * W;
            FloatVector x = load(s, right + p * W);
            a0 = x.fma(all(s[l]), a0);
            a1 = x.fma(all(s[l + 1]), a1);
            a2 = x.fma(all(s[l + 2]), a2);
            a3 = x.fma(all(s[l + 3]), a3);
            a4 = x.fma(all(s[l + 4]), a4);
            a5 = x.fma(all(s[l + 5]), a5);
            a6 = x.fma(all(s[l + 6]), a6);
            a7 = x.fma(all(s[l + 7]), a7);
        }
        FloatVector factor = all(sign);
        add(a0, factor, target, to);
        add(a1, factor, target, to + W);
        add(a2, factor, target, to + 2 * W);
        add(a3, factor, target, to + 3 * W);
        add(a4, factor, target, to + 4 * W);
        add(a5, factor, target, to + 5 * W);
        add(a6, factor, target, to + 6 * W);
        add(a7, factor, target, to + 7 * W);
    }

    private static void tile4x2(float sign, float[] s, int left, int right, int count, float[] target, int to) {
        FloatVector a0 = zero(), a1 = zero(), a2 = zero(), a3 = zero();
        FloatVector b0 = zero(), b1 = zero(), b2 = zero(), b3 = zero();
        for (int p = 0; p < count; p++) {
            int l = left + p * W;
            FloatVector x = load(s, right + p * W);
            FloatVector y = load(s, right + p * W + LANES);
            FloatVector v = all(s[l]);
            a0 = x.fma(v, a0);
            b0 = y.fma(v, b0);
            v = all(s[l + 1]);
            a1 = x.fma(v, a1);
            b1 = y.fma(v, b1);
            v = all(s[l + 2]);
            a2 = x.fma(v, a2);
            b2 = y.fma(v, b2);
            v = all(s[l + 3]);
            a3 = x.fma(v, a3);
            b3 = y.fma(v, b3);
        }
        FloatVector factor = all(sign);
        add(a0, factor, target, to);
        add(a1, factor, target, to + W);
        add(a2, factor, target, to + 2 * W);
        add(a3, factor, target, to + 3 * W);
        add(b0, factor, target, to + LANES);
        add(b1, factor, target, to + LANES + W);
        add(b2, factor, target, to + LANES + 2 * W);
        add(b3, factor, target, to + LANES + 3 * W);
    }

    private static FloatVector zero() {
        return FloatVector.zero(FLOATS);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(FLOATS, values, from);
    }

    private static void add(FloatVector sum, FloatVector factor, float[] target, int at) {
        sum.fma(factor, load(target, at)).intoArray(target, at);
    }
}
