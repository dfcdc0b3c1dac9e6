package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import java.time.Duration;

/**
 * How the recommender is trained.
 *
 * @param als collaborative filtering
 * @param rankingWindow how far back impressions are ranked; ALS for these rows is fitted on what came before
 * @param validationWindow the end of the ranking window, kept from fitting: calibration and metrics come
 *     from its lists whose outcome has had its time
 * @param outcomeHorizon how long after an impression its outcome is awaited; shorter than the validation window
 * @param maxLists the most lists used for fitting, the newest win; at least 100
 * @param rankerTrees trees of the ranker, in [1, 2000]
 * @param relevanceTrees trees of each member of the relevance ensemble, in [1, 2000]
 * @param relevanceMembers members of the ensemble, in [2, 50]
 */
public record TrainingConfig(
        AlsConfig als,
        Duration rankingWindow,
        Duration validationWindow,
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
        if (outcomeHorizon.compareTo(validationWindow) >= 0) {
            throw new IllegalArgumentException("outcomeHorizon must be shorter than validationWindow "
                    + validationWindow + ", was " + outcomeHorizon);
        }
        if (validationWindow.compareTo(rankingWindow) >= 0) {
            throw new IllegalArgumentException("validationWindow must be shorter than rankingWindow " + rankingWindow
                    + ", was " + validationWindow);
        }
    }

    /** The configuration that docs/models/recommender.md measures. */
    public static TrainingConfig defaults() {
        return new TrainingConfig(
                AlsConfig.defaults(),
                Duration.ofDays(180),
                Duration.ofDays(45),
                Duration.ofDays(21),
                20_000,
                80,
                40,
                5);
    }

    private static void check(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + " must be in [" + from + ", " + to + "], was " + value);
        }
    }
}
