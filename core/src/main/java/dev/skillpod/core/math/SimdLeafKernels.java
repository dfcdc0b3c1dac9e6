package dev.skillpod.core.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels over leaves on the JDK's Vector API, one row per lane.
 *
 * <p>Needs {@code --add-modules jdk.incubator.vector}; ask {@link LeafKernels#best()} rather than this constructor.
 */
public final class SimdLeafKernels implements LeafKernels {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int LANES = DOUBLES.length();

    /**
     * Creates the kernels; they hold no state.
     *
     * @throws UnsupportedOperationException when this CPU has no vectors of at least 128 bits
     */
    public SimdLeafKernels() {
        if (LANES < 2) {
            throw new UnsupportedOperationException("vectors have only " + DOUBLES.vectorBitSize() + " bits");
        }
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void spread(long[] words, long[] bits) {
        for (int tree = 0; tree < words.length; tree++) {
            LongVector.broadcast(LONGS, words[tree]).intoArray(bits, tree * LANES);
        }
    }

    @Override
    public void clear(
            double[] x, int row, double[] thresholds, int[] trees, long[] masks, int from, int to, long[] bits) {
        DoubleVector values = DoubleVector.fromArray(DOUBLES, x, row);
        double most = values.reduceLanes(VectorOperators.MAX);
        for (int i = from; i < to && most > thresholds[i]; i++) {
            VectorMask<Double> above = values.compare(VectorOperators.GT, thresholds[i]);
            int at = trees[i] * LANES;
            LongVector.fromArray(LONGS, bits, at)
                    .lanewise(VectorOperators.AND, masks[i], above.cast(LONGS))
                    .intoArray(bits, at);
        }
    }

    @Override
    public void addLowest(long[] bits, int[] firstLeaf, double[] values, double[] sums, int row) {
        int[] leaves = new int[LANES];
        DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, row);
        for (int tree = 0; tree < firstLeaf.length; tree++) {
            int at = tree * LANES;
            LongVector.fromArray(LONGS, bits, at)
                    .lanewise(VectorOperators.TRAILING_ZEROS_COUNT)
                    .convertShape(VectorOperators.L2I, INTS, 0)
                    .reinterpretAsInts()
                    .intoArray(leaves, 0);
            sum = sum.add(DoubleVector.fromArray(DOUBLES, values, firstLeaf[tree], leaves, 0));
        }
        sum.intoArray(sums, row);
    }
}
