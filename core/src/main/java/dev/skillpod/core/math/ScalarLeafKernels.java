package dev.skillpod.core.math;

/** The reference kernels over leaves: one row at a time in plain loops. They say what {@link SimdLeafKernels} must compute. */
public final class ScalarLeafKernels implements LeafKernels {
    /** Creates the kernels; they hold no state. */
    public ScalarLeafKernels() {}

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void spread(long[] words, long[] bits) {
        System.arraycopy(words, 0, bits, 0, words.length);
    }

    @Override
    public void clear(
            double[] x, int row, double[] thresholds, int[] trees, long[] masks, int from, int to, long[] bits) {
        for (int i = from; i < to && x[row] > thresholds[i]; i++) {
            bits[trees[i]] &= masks[i];
        }
    }

    @Override
    public void addLowest(long[] bits, int[] firstLeaf, double[] values, double[] sums, int row) {
        double sum = sums[row];
        for (int tree = 0; tree < firstLeaf.length; tree++) {
            sum += values[firstLeaf[tree] + Long.numberOfTrailingZeros(bits[tree])];
        }
        sums[row] = sum;
    }
}
