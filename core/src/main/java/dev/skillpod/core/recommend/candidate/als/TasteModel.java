package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.util.Arrays;

/**
 * An ALS model bound to a catalogue: folds a learner's touches in and scores every content. Learners seen in training are
 * folded in just the same, so that the newest event counts at once. Contents that few or no learners used at training, and
 * those that came later, stand where what they say of themselves puts them. Thread-safe.
 */
public final class TasteModel {
    private final AlsModel model;
    private final int[] itemOfContent;
    private final float[] vectors;
    private final FloatKernels kernels = FloatKernels.best();

    /**
     * Binds a model.
     *
     * @param map from contents to the model's vectors, fitted with the model
     * @param contentOfItem for each of the model's items its content in the catalogue, or -1 when that is gone
     * @param index the catalogue served
     * @throws IllegalArgumentException when model, map, contents and catalogue do not belong together
     */
    public TasteModel(AlsModel model, TasteMap map, int[] contentOfItem, CatalogIndex index) {
        if (map.factors() != model.factors() || map.knownCount() != model.itemCount()) {
            throw new IllegalArgumentException("the taste map must be of " + model.itemCount() + " contents and "
                    + model.factors() + " factors, was of " + map.knownCount() + " and " + map.factors());
        }
        if (map.dimension() != index.embedding().embedder().dimension()) {
            throw new IllegalArgumentException("texts must have vectors of " + map.dimension()
                    + " values as at training, had "
                    + index.embedding().embedder().dimension());
        }
        this.model = model;
        this.itemOfContent = new int[index.contentCount()];
        Arrays.fill(itemOfContent, -1);
        for (int item = 0; item < contentOfItem.length; item++) {
            if (contentOfItem[item] >= 0) {
                itemOfContent[contentOfItem[item]] = item;
            }
        }
        this.vectors = new float[Math.multiplyExact(itemOfContent.length, model.factors())];
        for (int content = 0; content < itemOfContent.length; content++) {
            bind(content, map, index);
        }
    }

    private void bind(int content, TasteMap map, CatalogIndex index) {
        int k = model.factors();
        int item = itemOfContent[content];
        float own = item < 0 ? 0 : map.ownShare(item);
        kernels.axpy(1 - own, map.vector(index, content), 0, vectors, content * k, k);
        if (own > 0) {
            kernels.axpy(own, model.itemVector(item), 0, vectors, content * k, k);
        }
    }

    /** Returns the interest in a content as a confidence weight for training and folding in. */
    public static float weight(float interest) {
        return interest;
    }

    /** Returns the learner's predicted preferences. */
    public Taste taste(Touches touches) {
        var items = new int[touches.all().size()];
        var weights = new float[items.length];
        int n = 0;
        for (Touches.Touch touch : touches.all()) {
            int item = itemOfContent[touch.content()];
            if (item >= 0 && touch.interest() > 0) {
                items[n] = item;
                weights[n++] = weight(touch.interest());
            }
        }
        if (n == 0) {
            return Taste.unknown(itemOfContent.length);
        }
        float[] learner = model.foldIn(Arrays.copyOf(items, n), Arrays.copyOf(weights, n));
        var scores = new float[itemOfContent.length];
        kernels.rowDots(vectors, model.factors(), scores.length, learner, model.factors(), scores);
        return new Taste(scores, true);
    }
}
