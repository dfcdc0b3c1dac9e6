package dev.skillpod.core.tracing.ability;

/**
 * The hyperparameters of ability filtering; variances are of log-odds.
 *
 * @param generalVariance prior variance of general ability, in [1e-6, 100]
 * @param generalDrift variance that general ability gains per answer, in [0, 10]
 * @param skillVariance prior variance of the ability in a skill, in [1e-6, 100]
 * @param skillDrift variance that a skill's ability gains per answer, up to the prior's, in [0, 10]
 * @param moodVariance prior variance of the mood, in [1e-6, 100]
 * @param moodRetention what is left of the mood after an answer, in [0, 1)
 * @param itemVariance variance of items' easiness around their skills', in [1e-6, 100]
 * @param paceVariance prior variance of the learner's own shift of log2 half-lives, in [0, 10]
 * @param passes passes over the log, in [1, 100]
 */
public record AbilityConfig(
        double generalVariance,
        double generalDrift,
        double skillVariance,
        double skillDrift,
        double moodVariance,
        double moodRetention,
        double itemVariance,
        double paceVariance,
        int passes) {
    private static final double LEAST = 1e-6;

    public AbilityConfig {
        check("generalVariance", generalVariance, LEAST, 100);
        check("generalDrift", generalDrift, 0, 10);
        check("skillVariance", skillVariance, LEAST, 100);
        check("skillDrift", skillDrift, 0, 10);
        check("moodVariance", moodVariance, LEAST, 100);
        if (!(moodRetention >= 0 && moodRetention < 1)) {
            throw new IllegalArgumentException("moodRetention must be in [0, 1), was " + moodRetention);
        }
        check("itemVariance", itemVariance, LEAST, 100);
        check("paceVariance", paceVariance, 0, 10);
        check("passes", passes, 1, 100);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }

    /** Returns the settings that docs/models/tracing.md measures. */
    public static AbilityConfig defaults() {
        return new AbilityConfig(1.6, 0.0015, 0.1667, 0.02, 0.3, 0.8, 0.667, 0.25, 6);
    }
}
