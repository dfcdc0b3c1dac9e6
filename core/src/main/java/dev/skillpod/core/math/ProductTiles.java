package dev.skillpod.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of the general matrix product, {@link FloatKernels#addTile}: the loop in which dense inverses spend their
 * time. With 512-bit vectors one pass covers the tile of 8 rows by 2 vectors; narrower vectors take it in parts of 4 rows
 * by 2 vectors, which fits 16 registers.
 */
final class ProductTiles {
    private static final VectorSpecies<Float> FLOATS = SimdFloatKernels.FLOATS;
    private static final int LANES = FLOATS.length();

    private ProductTiles() {}

    static void add(
            float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int cFrom, int stride) {
        if (LANES == 16) {
            eight(sign, a, aFrom, b, bFrom, depth, c, cFrom, stride);
            return;
        }
        for (int column = 0; column < 32; column += 2 * LANES) {
            four(sign, a, aFrom, b, bFrom + column, depth, c, cFrom + column, stride);
            four(sign, a, aFrom + 4, b, bFrom + column, depth, c, cFrom + 4 * stride + column, stride);
        }
    }

    private static void eight(
            float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int to, int stride) {
        FloatVector x0 = FloatVector.zero(FLOATS), y0 = FloatVector.zero(FLOATS);
        FloatVector x1 = FloatVector.zero(FLOATS), y1 = FloatVector.zero(FLOATS);
        FloatVector x2 = FloatVector.zero(FLOATS), y2 = FloatVector.zero(FLOATS);
        FloatVector x3 = FloatVector.zero(FLOATS), y3 = FloatVector.zero(FLOATS);
        FloatVector x4 = FloatVector.zero(FLOATS), y4 = FloatVector.zero(FLOATS);
        FloatVector x5 = FloatVector.zero(FLOATS), y5 = FloatVector.zero(FLOATS);
        FloatVector x6 = FloatVector.zero(FLOATS), y6 = FloatVector.zero(FLOATS);
        FloatVector x7 = FloatVector.zero(FLOATS), y7 = FloatVector.zero(FLOATS);
        for (int p = 0; p < depth; p++) {
            int l = aFrom + 8 * p;
            FloatVector x = FloatVector.fromArray(FLOATS, b, bFrom + 32 * p);
            FloatVector y = FloatVector.fromArray(FLOATS, b, bFrom + 32 * p + LANES);
            FloatVector v;
            v = FloatVector.broadcast(FLOATS, a[l + 0]);
            x0 = x.fma(v, x0);
            y0 = y.fma(v, y0);
            v = FloatVector.broadcast(FLOATS, a[l + 1]);
            x1 = x.fma(v, x1);
            y1 = y.fma(v, y1);
            v = FloatVector.broadcast(FLOATS, a[l + 2]);
            x2 = x.fma(v, x2);
            y2 = y.fma(v, y2);
            v = FloatVector.broadcast(FLOATS, a[l + 3]);
            x3 = x.fma(v, x3);
            y3 = y.fma(v, y3);
            v = FloatVector.broadcast(FLOATS, a[l + 4]);
            x4 = x.fma(v, x4);
            y4 = y.fma(v, y4);
            v = FloatVector.broadcast(FLOATS, a[l + 5]);
            x5 = x.fma(v, x5);
            y5 = y.fma(v, y5);
            v = FloatVector.broadcast(FLOATS, a[l + 6]);
            x6 = x.fma(v, x6);
            y6 = y.fma(v, y6);
            v = FloatVector.broadcast(FLOATS, a[l + 7]);
            x7 = x.fma(v, x7);
            y7 = y.fma(v, y7);
        }
        store(x0, sign, c, to + 0 * stride);
        store(y0, sign, c, to + 0 * stride + LANES);
        store(x1, sign, c, to + 1 * stride);
        store(y1, sign, c, to + 1 * stride + LANES);
        store(x2, sign, c, to + 2 * stride);
        store(y2, sign, c, to + 2 * stride + LANES);
        store(x3, sign, c, to + 3 * stride);
        store(y3, sign, c, to + 3 * stride + LANES);
        store(x4, sign, c, to + 4 * stride);
        store(y4, sign, c, to + 4 * stride + LANES);
        store(x5, sign, c, to + 5 * stride);
        store(y5, sign, c, to + 5 * stride + LANES);
        store(x6, sign, c, to + 6 * stride);
        store(y6, sign, c, to + 6 * stride + LANES);
        store(x7, sign, c, to + 7 * stride);
        store(y7, sign, c, to + 7 * stride + LANES);
    }

    private static void four(
            float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int to, int stride) {
        FloatVector x0 = FloatVector.zero(FLOATS), y0 = FloatVector.zero(FLOATS);
        FloatVector x1 = FloatVector.zero(FLOATS), y1 = FloatVector.zero(FLOATS);
        FloatVector x2 = FloatVector.zero(FLOATS), y2 = FloatVector.zero(FLOATS);
        FloatVector x3 = FloatVector.zero(FLOATS), y3 = FloatVector.zero(FLOATS);
        for (int p = 0; p < depth; p++) {
            int l = aFrom + 8 * p;
            FloatVector x = FloatVector.fromArray(FLOATS, b, bFrom + 32 * p);
            FloatVector y = FloatVector.fromArray(FLOATS, b, bFrom + 32 * p + LANES);
            FloatVector v;
            v = FloatVector.broadcast(FLOATS, a[l + 0]);
            x0 = x.fma(v, x0);
            y0 = y.fma(v, y0);
            v = FloatVector.broadcast(FLOATS, a[l + 1]);
            x1 = x.fma(v, x1);
            y1 = y.fma(v, y1);
            v = FloatVector.broadcast(FLOATS, a[l + 2]);
            x2 = x.fma(v, x2);
            y2 = y.fma(v, y2);
            v = FloatVector.broadcast(FLOATS, a[l + 3]);
            x3 = x.fma(v, x3);
            y3 = y.fma(v, y3);
        }
        store(x0, sign, c, to + 0 * stride);
        store(y0, sign, c, to + 0 * stride + LANES);
        store(x1, sign, c, to + 1 * stride);
        store(y1, sign, c, to + 1 * stride + LANES);
        store(x2, sign, c, to + 2 * stride);
        store(y2, sign, c, to + 2 * stride + LANES);
        store(x3, sign, c, to + 3 * stride);
        store(y3, sign, c, to + 3 * stride + LANES);
    }

    private static void store(FloatVector sum, float sign, float[] c, int to) {
        sum.mul(sign).add(FloatVector.fromArray(FLOATS, c, to)).intoArray(c, to);
    }
}
