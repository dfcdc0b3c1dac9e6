package dev.skillpod.core.recommend.candidate.cold;

/**
 * The hyperparameters of cold-start ranking.
 *
 * @param easeRegularization lambda of EASE^R, in (0, 1e6]
 * @param neighbourShrinkage users added to each item's count in item-kNN, in [0, 1e6]
 * @param strongMap lambda of the text map that trusts text least, in (0, 1e6]
 * @param weakMap lambda of the text map that trusts text most, in (0, 1e6]
 * @param folds parts of the known contents that are hidden in turn to learn the fusion, in [2, 100]
 * @param usersPerFold users sampled for each of them, in [10, 1e6]
 * @param choiceRegularization L2 penalty on the fusion's weights, in (0, 1e3]
 */
public record ColdStartConfig(
        double easeRegularization,
        double neighbourShrinkage,
        double strongMap,
        double weakMap,
        int folds,
        int usersPerFold,
        double choiceRegularization) {
    public ColdStartConfig {
        requirePositive("easeRegularization", easeRegularization, 1e6);
        if (!(neighbourShrinkage >= 0 && neighbourShrinkage <= 1e6)) {
            throw new IllegalArgumentException("neighbourShrinkage must be in [0, 1000000], was " + neighbourShrinkage);
        }
        requirePositive("strongMap", strongMap, 1e6);
        requirePositive("weakMap", weakMap, 1e6);
        requireIn("folds", folds, 2, 100);
        requireIn("usersPerFold", usersPerFold, 10, 1_000_000);
        requirePositive("choiceRegularization", choiceRegularization, 1e3);
    }

    /** Returns the settings chosen on courses that were hidden for tuning only; docs/models/cold-start.md says how. */
    public static ColdStartConfig defaults() {
        return new ColdStartConfig(300, 20, 1, 0.3, 5, 1500, 0.1);
    }

    private static void requirePositive(String name, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be in (0, " + (long) most + "], was " + value);
        }
    }

    private static void requireIn(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
