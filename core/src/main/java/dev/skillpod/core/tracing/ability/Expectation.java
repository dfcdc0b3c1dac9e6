package dev.skillpod.core.tracing.ability;

/**
 * What the abilities say about a question, before it is answered; log-odds and their variances.
 *
 * @param easiness of the item for an average learner
 * @param general the learner's general ability
 * @param mood what the last answers add
 * @param skill ability in the asked skills, faded since their last practice; their mean
 * @param generalVariance variance of {@code general}
 * @param moodVariance variance of {@code mood}
 * @param skillVariance variance of {@code skill}, the unsure speed of fading included
 */
public record Expectation(
        double easiness,
        double general,
        double mood,
        double skill,
        double generalVariance,
        double moodVariance,
        double skillVariance) {
    /** What a normal's variance does to a logistic's slope (MacKay 1992). */
    private static final double SLOPE = Math.PI / 8;

    private static final double LARGEST = 30;

    /** Returns the mean log-odds. */
    public double mean() {
        return easiness + general + mood + skill;
    }

    /** Returns the variance of the learner's part of the log-odds. */
    public double variance() {
        return generalVariance + moodVariance + skillVariance;
    }

    /** Returns the log-odds of a correct answer when the variance is averaged over. */
    public double logit() {
        return Math.clamp(mean() * shrinkage(), -LARGEST, LARGEST);
    }

    /** Returns by how much the variance shrinks the log-odds, in (0, 1]. */
    double shrinkage() {
        return 1 / Math.sqrt(1 + SLOPE * variance());
    }

    /** Returns the probability of a correct answer, in (0, 1). */
    public double probability() {
        return logistic(logit());
    }

    /** Returns the probability of log-odds. */
    public static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
