package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.state.Touches;
import java.util.List;

/**
 * An ALS model bound to a catalogue: folds a learner's touches in and scores every content. Learners seen in training are
 * folded in just the same, so that the newest event counts at once. Thread-safe.
 */
public final class TasteModel {
    private final AlsModel model;
    private final int[] itemOfContent;
    private final int[] contentOfItem;

    /**
     * Binds a model.
     *
     * @param contentIds the content of each of the model's items
     * @param catalog the catalogue served; contents the model does not know score 0
     */
    public TasteModel(AlsModel model, List<String> contentIds, Catalog catalog) {
        this.model = model;
        this.contentOfItem = contentIds.stream()
                .mapToInt(id -> catalog.contentIndex(id).orElse(-1))
                .toArray();
        this.itemOfContent = new int[catalog.contents().size()];
        java.util.Arrays.fill(itemOfContent, -1);
        for (int item = 0; item < contentOfItem.length; item++) {
            if (contentOfItem[item] >= 0) {
                itemOfContent[contentOfItem[item]] = item;
            }
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
        float[] learner = model.foldIn(java.util.Arrays.copyOf(items, n), java.util.Arrays.copyOf(weights, n));
        var byItem = new float[contentOfItem.length];
        model.scoreAll(learner, byItem);
        var byContent = new float[itemOfContent.length];
        for (int c = 0; c < byContent.length; c++) {
            byContent[c] = itemOfContent[c] < 0 ? 0 : byItem[itemOfContent[c]];
        }
        return new Taste(byContent, true);
    }
}
