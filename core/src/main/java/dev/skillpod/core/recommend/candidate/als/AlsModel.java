package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import java.util.Arrays;

/**
 * Trained item vectors, from which any learner's vector and scores are computed on demand.
 *
 * <p>Learners are not stored: {@link #foldIn} solves a learner's own least-squares problem, the same one as in training,
 * from whatever the learner did up to now. Scores are about 1 for items like those the learner used and about 0 for others;
 * they order items and are not probabilities. Immutable and thread-safe.
 */
public final class AlsModel implements TrainedModel {
    private final AlsConfig config;
    private final Provenance provenance;
    private final int itemCount;
    private final int side;
    private final float[] items;
    private final float[] gram;
    private final float[] base;
    private final FloatKernels kernels;

    /** Takes over {@code items}, {@code itemCount} padded vectors, and {@code gram}, in panels. */
    AlsModel(
            AlsConfig config, Provenance provenance, int itemCount, float[] items, float[] gram, FloatKernels kernels) {
        this.config = config;
        this.provenance = provenance;
        this.itemCount = itemCount;
        this.side = Panels.padded(config.factors());
        this.items = items;
        this.gram = gram;
        this.base = GramMatrix.scaled(kernels, gram, (float) config.unobservedWeight());
        this.kernels = kernels;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** Returns this model with another provenance, such as one completed by measured metrics. */
    public AlsModel withProvenance(Provenance other) {
        return new AlsModel(config, other, itemCount, items, gram, kernels);
    }

    /** Returns the settings the model was trained with. */
    public AlsConfig config() {
        return config;
    }

    /** Returns the number of items. */
    public int itemCount() {
        return itemCount;
    }

    /** Returns the length k of every vector. */
    public int factors() {
        return config.factors();
    }

    /** Returns a copy of one item's vector, {@link #factors()} values; zeros when nobody used the item. */
    public float[] itemVector(int item) {
        requireItem(item);
        return Arrays.copyOfRange(items, item * side, item * side + factors());
    }

    /** Returns a copy of all item vectors, {@code itemCount * factors} values, item by item. */
    public float[] itemFactors() {
        var copy = new float[Math.multiplyExact(itemCount, factors())];
        for (int item = 0; item < itemCount; item++) {
            System.arraycopy(items, item * side, copy, item * factors(), factors());
        }
        return copy;
    }

    /** Returns a copy of the Gram matrix of the item vectors, {@code factors * factors} values, row by row. */
    public float[] gram() {
        return GramMatrix.rowMajor(gram, side, factors());
    }

    /**
     * Computes the vector of a learner from what the learner did.
     *
     * @param seen the items the learner used, each in [0, itemCount); an item given twice counts twice
     * @param weights their confidence weights, each greater than 0, as in training
     * @return {@link #factors()} values; zeros when nothing was seen
     * @throws IllegalArgumentException when the arrays differ in length or a weight is not a positive finite number
     * @throws IndexOutOfBoundsException when an item is outside the model
     */
    public float[] foldIn(int[] seen, float[] weights) {
        if (seen.length != weights.length) {
            throw new IllegalArgumentException(
                    "weights must hold " + seen.length + " values, one per item, held " + weights.length);
        }
        var vector = new float[side];
        if (seen.length > 0) {
            var solver = new RowSolver(kernels, side, seen.length);
            solver.begin(base, config.regularizationOf(seen.length, itemCount));
            for (int i = 0; i < seen.length; i++) {
                requireItem(seen[i]);
                if (!(weights[i] > 0) || weights[i] > Float.MAX_VALUE) {
                    throw new IllegalArgumentException(
                            "weights[" + i + "] must be greater than 0 and finite, was " + weights[i]);
                }
                solver.add(items, seen[i] * side, weights[i]);
            }
            solver.finish(vector, 0);
        }
        return Arrays.copyOf(vector, factors());
    }

    /**
     * Returns the score of one item for a learner.
     *
     * @param learner a vector of {@link #foldIn}
     * @param item in [0, itemCount)
     */
    public float score(float[] learner, int item) {
        requireItem(item);
        requireVector(learner);
        return kernels.dot(items, item * side, learner, 0, factors());
    }

    /**
     * Writes the scores of all items for a learner.
     *
     * @param learner a vector of {@link #foldIn}
     * @param out receives {@link #itemCount()} scores, in the order of the items
     */
    public void scoreAll(float[] learner, float[] out) {
        requireVector(learner);
        if (out.length < itemCount) {
            throw new IllegalArgumentException("out must hold " + itemCount + " values, held " + out.length);
        }
        kernels.rowDots(items, side, itemCount, learner, factors(), out);
    }

    /** Returns the model as bytes that {@link #fromBytes} reads. */
    public byte[] toBytes() {
        return AlsModelFormat.write(this);
    }

    /**
     * Reads a model.
     *
     * @param bytes what {@link #toBytes()} returned
     * @throws IllegalArgumentException when the bytes are not a model of this kind, are cut short, or were changed
     */
    public static AlsModel fromBytes(byte[] bytes) {
        return AlsModelFormat.read(bytes, FloatKernels.best());
    }

    private void requireItem(int item) {
        if (item < 0 || item >= itemCount) {
            throw new IndexOutOfBoundsException("item must be in [0, " + itemCount + "), was " + item);
        }
    }

    private void requireVector(float[] learner) {
        if (learner.length != factors()) {
            throw new IllegalArgumentException("learner must hold " + factors() + " values, held " + learner.length);
        }
    }
}
