package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.itemitem.ItemItemConfig;
import java.time.Duration;
import java.util.Map;

/**
 * How the recommender is trained.
 *
 * @param als collaborative filtering
 * @param itemItem what goes together and what comes next
 * @param rankingWindow how far back impressions are ranked; ALS for these rows is fitted on what came before
 * @param validationShare the newest share of the window's lists, kept from fitting, in [0.01, 0.5]: calibration and
 *     metrics come from them; only lists whose outcome has had its time count
 * @param outcomeHorizon how long after an impression its outcome is awaited
 * @param maxLists the most lists used for fitting, the newest win; at least 100
 * @param rankerTrees trees of the ranker, in [1, 2000]
 * @param relevanceTrees trees of each member of the relevance ensemble, in [1, 2000]
 * @param relevanceMembers members of the ensemble, in [2, 50]
 */
public record TrainingConfig(
        AlsConfig als,
        ItemItemConfig itemItem,
        Duration rankingWindow,
        double validationShare,
        Duration outcomeHorizon,
        int maxLists,
        int rankerTrees,
        int relevanceTrees,
        int relevanceMembers) {
    public TrainingConfig {
        check("rankerTrees", rankerTrees, 1, 2000);
        check("relevanceTrees", relevanceTrees, 1, 2000);
        check("relevanceMembers", relevanceMembers, 2, 50);
        check("maxLists", maxLists, 100, Integer.MAX_VALUE);
        if (!(validationShare >= 0.01 && validationShare <= 0.5)) {
            throw new IllegalArgumentException("validationShare must be in [0.01, 0.5], was " + validationShare);
        }
    }

    /** The configuration that docs/models/recommender.md measures. */
    public static TrainingConfig defaults() {
        return new TrainingConfig(
                AlsConfig.defaults(),
                ItemItemConfig.defaults(),
                Duration.ofDays(180),
                0.15,
                Duration.ofDays(21),
                20_000,
                80,
                40,
                5);
    }

    /** Returns the settings by name, as provenance tells them. */
    public Map<String, String> parameters() {
        return Map.of(
                "als", als.toString(),
                "item_item", itemItem.toString(),
                "ranking_window", rankingWindow.toString(),
                "validation_share", Double.toString(validationShare),
                "ranker_trees", Integer.toString(rankerTrees),
                "relevance_trees", Integer.toString(relevanceTrees),
                "relevance_members", Integer.toString(relevanceMembers));
    }

    private static void check(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + " must be in [" + from + ", " + to + "], was " + value);
        }
    }
}
