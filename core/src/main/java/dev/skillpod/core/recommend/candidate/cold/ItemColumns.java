package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SymmetricInverse;

/**
 * Item-item weights among the items that have interactions, out of their co-occurrences: what having one item says about
 * another, by EASE^R (Steck 2019) and by cosine with shrinkage.
 *
 * @param items the items of rows and columns
 * @param stride floats from one row to the next
 * @param ease weights of EASE^R
 * @param cosine co-occurrences over powers of both items' counts: the larger power on the item that is had, so that a
 *     popular item speaks for itself but not for others
 * @param counts users of each item
 */
record ItemColumns(int[] items, int stride, float[] ease, float[] cosine, double[] counts) {
    private static final double HAD_POWER = 0.7;
    private static final double ASKED_POWER = 0.5;

    /**
     * Fits the weights.
     *
     * @param gram co-occurrences of all items, in rows of {@code SymmetricInverse.stride(all)} values
     * @param all the number of all items
     * @param items those to use
     */
    static ItemColumns of(float[] gram, int all, int[] items, ColdStartConfig config, ParallelLoop loop) {
        int gramStride = SymmetricInverse.stride(all);
        int n = items.length;
        int stride = SymmetricInverse.stride(n);
        var ease = new float[Math.multiplyExact(stride, stride)];
        var cosine = new float[ease.length];
        var counts = new double[n];
        var had = new double[n];
        var asked = new double[n];
        for (int i = 0; i < n; i++) {
            counts[i] = gram[items[i] * gramStride + items[i]];
            had[i] = Math.pow(counts[i] + config.neighbourShrinkage() + 1, -HAD_POWER);
            asked[i] = Math.pow(counts[i] + config.neighbourShrinkage() + 1, -ASKED_POWER);
        }
        loop.forEach(n, i -> {
            for (int j = 0; j < n; j++) {
                float together = gram[items[i] * gramStride + items[j]];
                ease[i * stride + j] = together;
                cosine[i * stride + j] = i == j ? 0 : (float) (together * had[i] * asked[j]);
            }
            ease[i * stride + i] += (float) config.easeRegularization();
        });
        SymmetricInverse.invert(ease, n, loop);
        var diagonal = new float[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = ease[i * stride + i];
        }
        loop.forEach(n, i -> {
            for (int j = 0; j < n; j++) {
                ease[i * stride + j] = i == j ? 0 : -ease[i * stride + j] / diagonal[j];
            }
        });
        return new ItemColumns(items, stride, ease, cosine, counts);
    }
}
