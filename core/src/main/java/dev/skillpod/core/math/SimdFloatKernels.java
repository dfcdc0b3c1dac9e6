package dev.skillpod.core.math;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the JDK's Vector API: several accumulators to hide the latency of fused multiply-add, and register tiles for
 * the matrix kernels ({@link OuterProductTiles}, {@link PanelCholesky}).
 *
 * <p>Needs {@code --add-modules jdk.incubator.vector}; ask {@link FloatKernels#best()} rather than this constructor.
 */
public final class SimdFloatKernels implements FloatKernels {
    /** The widest vector of floats this CPU likes, at most 512 bits. */
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.length() > Panels.WIDTH
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    private static final int LANES = FLOATS.length();

    // One load of bytes widens to a full vector of shorts, whose products widen to two vectors of ints.
    private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, FLOATS.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.vectorBitSize() / 2)));
    private static final int BYTE_STEP = SHORTS.length();

    private static final VectorShuffle<Float> ROTATE_8 = VectorShuffle.iota(FLOATS, 8, 1, true);
    private static final VectorShuffle<Float> ROTATE_4 = VectorShuffle.iota(FLOATS, 4, 1, true);
    private static final VectorShuffle<Float> ROTATE_2 = VectorShuffle.iota(FLOATS, 2, 1, true);
    private static final VectorShuffle<Float> ROTATE_1 = VectorShuffle.iota(FLOATS, 1, 1, true);

    /**
     * Creates the kernels; they hold no state.
     *
     * @throws UnsupportedOperationException when this CPU has no vectors of at least 128 bits
     */
    public SimdFloatKernels() {
        if (FLOATS.vectorBitSize() < 128) {
            throw new UnsupportedOperationException("vectors have only " + FLOATS.vectorBitSize() + " bits");
        }
    }

    @Override
    public String name() {
        return "simd-" + FLOATS.vectorBitSize();
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        var sum0 = FloatVector.zero(FLOATS);
        var sum1 = FloatVector.zero(FLOATS);
        var sum2 = FloatVector.zero(FLOATS);
        var sum3 = FloatVector.zero(FLOATS);
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            sum0 = load(a, aFrom + i).fma(load(b, bFrom + i), sum0);
            sum1 = load(a, aFrom + i + LANES).fma(load(b, bFrom + i + LANES), sum1);
            sum2 = load(a, aFrom + i + 2 * LANES).fma(load(b, bFrom + i + 2 * LANES), sum2);
            sum3 = load(a, aFrom + i + 3 * LANES).fma(load(b, bFrom + i + 3 * LANES), sum3);
        }
        for (; i <= length - LANES; i += LANES) {
            sum0 = load(a, aFrom + i).fma(load(b, bFrom + i), sum0);
        }
        float sum = sumOf(sum0.add(sum1).add(sum2.add(sum3)));
        for (; i < length; i++) {
            sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        }
        return sum;
    }

    @Override
    public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
        var factor = FloatVector.broadcast(FLOATS, alpha);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, xFrom + i).fma(factor, load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        for (; i < length; i++) {
            y[yFrom + i] = Math.fma(alpha, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void scale(float alpha, float[] x, int from, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, from + i).mul(alpha).intoArray(x, from + i);
        }
        for (; i < length; i++) {
            x[from + i] *= alpha;
        }
    }

    /*
     * Bytes widen to shorts, where the product of two values in [-127, 127] fits, and so does the sum of two products
     * (2 * 127 * 127 = 32258 < 32768). Only then the pair widens to ints, which halves the widening work.
     */
    @Override
    public int dotBytes(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        var sum0 = IntVector.zero(INTS);
        var sum1 = IntVector.zero(INTS);
        int i = 0;
        for (; i <= length - 2 * BYTE_STEP; i += 2 * BYTE_STEP) {
            ShortVector products = shorts(a, aFrom + i)
                    .mul(shorts(b, bFrom + i))
                    .add(shorts(a, aFrom + i + BYTE_STEP).mul(shorts(b, bFrom + i + BYTE_STEP)));
            sum0 = sum0.add(products.convertShape(VectorOperators.S2I, INTS, 0));
            sum1 = sum1.add(products.convertShape(VectorOperators.S2I, INTS, 1));
        }
        int sum = sum0.add(sum1).reduceLanes(VectorOperators.ADD);
        for (; i < length; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    private static ShortVector shorts(byte[] values, int from) {
        Vector<Short> widened = ByteVector.fromArray(BYTES, values, from).convertShape(VectorOperators.B2S, SHORTS, 0);
        return (ShortVector) widened;
    }

    @Override
    public void packRow(float scale, float[] source, int from, float[] panels, int capacity, int row, int side) {
        int to = row * Panels.WIDTH;
        for (int column = 0; column < side; column += Panels.WIDTH) {
            for (int lane = 0; lane < Panels.WIDTH; lane += LANES) {
                load(source, from + column + lane).mul(scale).intoArray(panels, to + lane);
            }
            to += capacity * Panels.WIDTH;
        }
    }

    @Override
    public void addScaledRows(float[] panels, int capacity, int count, float[] scales, float[] out, int side) {
        for (int column = 0; column < side; column += LANES) {
            int base = Panels.index(capacity, 0, column);
            var even = load(out, column);
            var odd = FloatVector.zero(FLOATS);
            int p = 0;
            for (; p < count - 1; p += 2) {
                even = load(panels, base + p * Panels.WIDTH).fma(FloatVector.broadcast(FLOATS, scales[p]), even);
                odd = load(panels, base + p * Panels.WIDTH + Panels.WIDTH)
                        .fma(FloatVector.broadcast(FLOATS, scales[p + 1]), odd);
            }
            if (p < count) {
                even = load(panels, base + p * Panels.WIDTH).fma(FloatVector.broadcast(FLOATS, scales[p]), even);
            }
            even.add(odd).intoArray(out, column);
        }
    }

    @Override
    public void addOuterProducts(float[] panels, int capacity, int count, float[] symmetric, int side) {
        for (int row = 0; row < side; row += OuterProductTiles.ROWS) {
            OuterProductTiles.updateRows(1f, panels, capacity, count, symmetric, side, row);
        }
    }

    @Override
    public int factor(float[] symmetric, int side) {
        return PanelCholesky.factor(symmetric, side);
    }

    @Override
    public void solveFactored(float[] factored, int side, float[] b) {
        PanelCholesky.solve(factored, side, b);
    }

    @Override
    public void addTile(
            float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int cFrom, int stride) {
        ProductTiles.add(sign, a, aFrom, b, bFrom, depth, c, cFrom, stride);
    }

    /*
     * reduceLanes(ADD) leaves the order of the additions open, and interpreted and compiled code do differ in the last
     * bit. Folding the vector in halves fixes the order, so that a model never depends on when a method was compiled.
     */
    static float sumOf(FloatVector vector) {
        FloatVector sum = vector;
        if (LANES > 8) {
            sum = sum.add(sum.rearrange(ROTATE_8));
        }
        if (LANES > 4) {
            sum = sum.add(sum.rearrange(ROTATE_4));
        }
        sum = sum.add(sum.rearrange(ROTATE_2));
        return sum.add(sum.rearrange(ROTATE_1)).lane(0);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(FLOATS, values, from);
    }
}
