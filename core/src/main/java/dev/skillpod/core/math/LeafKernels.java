package dev.skillpod.core.math;

/**
 * The inner loops of scoring rows by decision trees whose leaves are the bits of a word.
 *
 * <p>Bit k of a tree's word says whether its k-th leaf from the left can still be reached; the lowest bit left is the exit
 * leaf (Lucchese et al., "QuickScorer: A Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees", SIGIR
 * 2015; with one row per lane, Lucchese et al., "Exploiting CPU SIMD Extensions to Speed-up Document Scoring with Tree
 * Ensembles", SIGIR 2016). {@link #lanes} rows are scored at a time: tree t's word of row l stands at {@code t * lanes + l}.
 *
 * <p>Two implementations exist, {@link ScalarLeafKernels} and {@link SimdLeafKernels}, which give the same bits. Offsets are
 * trusted apart from Java's own bounds checks. Implementations are stateless and thread-safe.
 */
public interface LeafKernels {
    /**
     * Returns the fastest kernels this JVM can run: SIMD when it was started with
     * {@code --add-modules jdk.incubator.vector}, otherwise scalar. Never throws.
     */
    static LeafKernels best() {
        return BestKernels.LEAVES;
    }

    /** Returns how many rows are scored at a time: a power of two, 1 for the scalar kernels. */
    int lanes();

    /** Sets the words of all lanes of tree t to {@code words[t]}, for every tree. */
    void spread(long[] words, long[] bits);

    /**
     * Asks the questions {@code x <= threshold} of one column and takes away the leaves that a no rules out.
     *
     * <p>For every condition i in [from, to) and lane l: when {@code x[row + l] > thresholds[i]}, the word of lane l of tree
     * {@code trees[i]} is intersected with {@code masks[i]}.
     *
     * @param x values without NaN
     * @param thresholds ascending over [from, to)
     */
    void clear(double[] x, int row, double[] thresholds, int[] trees, long[] masks, int from, int to, long[] bits);

    /**
     * Adds the values of the exit leaves to each lane's sum, {@code sums[row + l]}, one after the other in the order of the
     * trees.
     *
     * @param bits words, none of them 0
     * @param firstLeaf per tree, where its leaves begin in {@code values}
     */
    void addLowest(long[] bits, int[] firstLeaf, double[] values, double[] sums, int row);
}
