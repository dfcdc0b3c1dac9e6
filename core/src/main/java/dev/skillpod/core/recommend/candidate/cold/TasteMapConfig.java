package dev.skillpod.core.recommend.candidate.cold;

/**
 * The hyperparameters of {@link TasteMap}.
 *
 * @param regularization lambda of the ridge regression, in (0, 1e6]
 * @param trust kappa: with this many learners a content's own vector and the one expected of its text weigh alike, in (0, 1e6]
 */
public record TasteMapConfig(double regularization, double trust) {
    public TasteMapConfig {
        if (!(regularization > 0 && regularization <= 1e6)) {
            throw new IllegalArgumentException("regularization must be in (0, 1000000], was " + regularization);
        }
        if (!(trust > 0 && trust <= 1e6)) {
            throw new IllegalArgumentException("trust must be in (0, 1000000], was " + trust);
        }
    }

    /** Returns settings that were set beforehand; docs/models/cold-start.md measures them. */
    public static TasteMapConfig defaults() {
        return new TasteMapConfig(3, 5);
    }
}
