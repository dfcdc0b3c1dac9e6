package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnConfig;
import dev.skillpod.core.recommend.candidate.transition.TransitionConfig;

/**
 * The hyperparameters of serving's item-item models.
 *
 * @param ease where the catalogue has at most {@link #mostEaseItems} contents
 * @param mostEaseItems the largest catalogue of which EASE is fitted, in [0, {@link EaseConfig#MOST_ITEMS}]: its time grows
 *     with the third power of the contents, its memory with the second
 * @param itemKnn for larger catalogues
 * @param transitions what comes next
 * @param strongest weights kept per content, in [1, 10000]
 */
public record ItemItemConfig(
        EaseConfig ease, int mostEaseItems, ItemKnnConfig itemKnn, TransitionConfig transitions, int strongest) {
    public ItemItemConfig {
        if (mostEaseItems < 0 || mostEaseItems > EaseConfig.MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "mostEaseItems must be in [0, " + EaseConfig.MOST_ITEMS + "], was " + mostEaseItems);
        }
        if (strongest < 1 || strongest > 10_000) {
            throw new IllegalArgumentException("strongest must be in [1, 10000], was " + strongest);
        }
    }

    /** The configuration that docs/models/recommender.md measures. */
    public static ItemItemConfig defaults() {
        return new ItemItemConfig(
                new EaseConfig(100, 0.5),
                EaseConfig.MOST_ITEMS,
                new ItemKnnConfig(200, 10, 0.5),
                new TransitionConfig(3, 0.5, 5, 1),
                200);
    }
}
