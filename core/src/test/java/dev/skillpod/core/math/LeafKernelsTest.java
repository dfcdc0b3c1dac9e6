package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SIMD kernels over leaves against their scalar twins, which score the same rows one by one. */
class LeafKernelsTest {
    private static final int TREES = 13;
    private static final int LEAVES = 64;

    private final LeafKernels scalar = new ScalarLeafKernels();
    private final LeafKernels simd = new SimdLeafKernels();

    @Test
    void bestIsSimdWhenTheModuleIsPresent() {
        assertThat(LeafKernels.best()).isInstanceOf(SimdLeafKernels.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100})
    void bothLeaveTheSameSumsBitForBit(int conditions) {
        var random = new SplittableRandom(conditions);
        double[] thresholds = random.doubles(conditions, -1, 1).sorted().toArray();
        int[] trees = random.ints(conditions, 0, TREES).toArray();
        // The rightmost leaf always stays, as in a real tree.
        long[] masks = random.longs(conditions).map(m -> m | Long.MIN_VALUE).toArray();
        long[] words = random.longs(TREES).map(m -> m | Long.MIN_VALUE).toArray();
        int[] firstLeaf = new int[TREES];
        Arrays.setAll(firstLeaf, t -> t * LEAVES);
        double[] values = random.doubles((long) TREES * LEAVES, -1, 1).toArray();
        int rows = 2 * simd.lanes();
        double[] x = random.doubles(rows, -1.2, 1.2).toArray();
        x[0] = Double.NEGATIVE_INFINITY;
        x[1] = Double.POSITIVE_INFINITY;
        if (conditions > 0) {
            x[2] = thresholds[conditions / 2]; // belongs to the left
        }
        double[][] sums = new double[2][];
        for (int k = 0; k < 2; k++) {
            LeafKernels kernels = k == 0 ? scalar : simd;
            sums[k] = new double[rows];
            Arrays.fill(sums[k], 0.1);
            long[] bits = new long[TREES * kernels.lanes()];
            for (int row = 0; row < rows; row += kernels.lanes()) {
                kernels.spread(words, bits);
                kernels.clear(x, row, thresholds, trees, masks, conditions / 7, conditions, bits);
                kernels.addLowest(bits, firstLeaf, values, sums[k], row);
            }
        }
        assertThat(sums[1]).isEqualTo(sums[0]);
    }

    @Test
    void theLowestReachableLeafCounts() {
        double[] sums = {10};
        long[] bits = {0};
        scalar.spread(new long[] {0b1111}, bits);
        // x = 2 says no to 1 (leaf 0 falls) and to 1.5 (leaves 0 and 1 fall), and yes to 2.
        scalar.clear(new double[] {2}, 0, new double[] {1, 1.5, 2}, new int[3], new long[] {~1L, ~3L, ~7L}, 0, 3, bits);
        scalar.addLowest(bits, new int[] {0}, new double[] {0.5, 1, 2, 4}, sums, 0);
        assertThat(sums[0]).isEqualTo(12);
    }
}
