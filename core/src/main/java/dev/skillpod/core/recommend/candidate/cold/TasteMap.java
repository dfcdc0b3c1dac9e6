package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SymmetricInverse;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.stream.IntStream;

/**
 * A linear map from what a content says of itself to its vector in the collaborative space, for contents with few
 * interactions or none (Gantner et al. 2010, "Learning Attribute-to-Feature Mappings for Cold-Start Recommendations").
 *
 * <p>Ridge regression over the contents known at training, where a content that n learners used weighs
 * {@code n / (n + kappa)}. The same share blends a content's own vector with the mapped one. Immutable and thread-safe.
 */
public final class TasteMap {
    private final ContentFeatures features;
    private final float[] ownShares;
    private final DenseMatrix weights;

    /** Takes over the arrays. */
    TasteMap(ContentFeatures features, float[] ownShares, DenseMatrix weights) {
        this.features = features;
        this.ownShares = ownShares;
        this.weights = weights;
    }

    /**
     * Fits a map.
     *
     * @param index the catalogue at training
     * @param vectors {@code factors} values per content, in the catalogue's order
     * @param learners how many learners used each content
     * @param threads worker threads, in [1, 256]
     * @throws IllegalArgumentException when the lengths do not fit
     */
    public static TasteMap fit(
            CatalogIndex index, float[] vectors, int factors, int[] learners, TasteMapConfig config, int threads) {
        int n = index.contentCount();
        if (learners.length != n || vectors.length != (long) n * factors) {
            throw new IllegalArgumentException("learners and vectors must be of " + n + " contents, were of "
                    + learners.length + " and " + vectors.length / factors);
        }
        var features = new ContentFeatures(
                index.embedding().embedder().dimension(),
                index.catalog().skills().stream().map(skill -> skill.id()).toList());
        var shares = new float[n];
        for (int c = 0; c < n; c++) {
            shares[c] = (float) (learners[c] / (learners[c] + config.trust()));
        }
        int p = features.count();
        int stride = SymmetricInverse.stride(p);
        var gram = new float[Math.multiplyExact(stride, stride)];
        DenseMatrix target = DenseMatrix.zeros(p, factors);
        for (int c = 0; c < n; c++) {
            if (shares[c] > 0) {
                accumulate(features.row(index, c), shares[c], gram, stride, vectors, c * factors, target);
            }
        }
        for (int i = 0; i < p; i++) {
            gram[i * stride + i] += (float) config.regularization();
        }
        try (var loop = new ParallelLoop(threads)) {
            SymmetricInverse.invert(gram, p, loop);
            int[] all = IntStream.range(0, p).toArray();
            return new TasteMap(features, shares, target.leftTimes(gram, stride, p, all, loop));
        }
    }

    private static void accumulate(
            float[] row, float share, float[] gram, int stride, float[] vectors, int from, DenseMatrix target) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] == 0) {
                continue;
            }
            float weight = share * row[i];
            for (int j = 0; j < row.length; j++) {
                gram[i * stride + j] += weight * row[j];
            }
            for (int f = 0; f < target.columns(); f++) {
                target.values()[i * target.columns() + f] += weight * vectors[from + f];
            }
        }
    }

    /** Returns the length of the mapped vectors. */
    public int factors() {
        return weights.columns();
    }

    /** Returns the number of contents known at training. */
    public int knownCount() {
        return ownShares.length;
    }

    /** Returns the length that texts' vectors must have. */
    public int dimension() {
        return features.dimension();
    }

    /** Returns how far the vector of a content known at training is trusted, in [0, 1). */
    public float ownShare(int known) {
        return ownShares[known];
    }

    /**
     * Returns the vector that a content should have by what it says of itself.
     *
     * @param index the catalogue served, embedded by the model of training
     * @param content its index there
     * @return {@link #factors()} values
     */
    public float[] vector(CatalogIndex index, int content) {
        float[] row = features.row(index, content);
        var vector = new float[factors()];
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                weights.addRow(i, row[i], vector);
            }
        }
        return vector;
    }

    /** Returns the map as bytes that {@link #fromBytes} reads. */
    public byte[] toBytes() {
        return TasteMapFormat.write(features, ownShares, weights);
    }

    /**
     * Reads a map.
     *
     * @throws IllegalArgumentException when the bytes are not a map, are cut short, or were changed
     */
    public static TasteMap fromBytes(byte[] bytes) {
        return TasteMapFormat.read(bytes);
    }
}
