package dev.skillpod.core.gap.outcome;

/**
 * What moves the stage that an application comes to, as a cumulative logit (McCullagh 1980): with the logit
 *
 * <pre>
 * eta        = intercept + sum over asked skills s of effect(s) margin(s) + drive z
 * P(stage k) = sigmoid(eta - cut(k)),   cut(HIRED) = 0
 * </pre>
 *
 * <p>where margin(s) is (level(s) - asked(s)) / 20 between a floor and a ceiling, and z, standard normal over learners, is what helps or hinders a learner with every job and shows in no profile.
 *
 * @param intercept the logit of being hired for who has just the levels asked for
 * @param effect per skill of the catalogue, what 20 levels of it add to the logit
 * @param drive what a standard deviation of z adds to it, at least 0
 * @param interviewed cut of {@link Stage#INTERVIEWED}, at most 0
 * @param shortlisted cut of {@link Stage#SHORTLISTED}, at most {@code interviewed}
 * @param saturation floor and ceiling of margins
 */
record SuccessWeights(
        double intercept,
        double[] effect,
        double drive,
        double interviewed,
        double shortlisted,
        Saturation saturation) {
    /** Levels per unit of a margin. */
    static final double POINTS = 20;

    SuccessWeights with(double newDrive) {
        return new SuccessWeights(intercept, effect, newDrive, interviewed, shortlisted, saturation);
    }

    SuccessWeights with(Saturation newSaturation) {
        return new SuccessWeights(intercept, effect, drive, interviewed, shortlisted, newSaturation);
    }

    /** Returns the lower cut of a stage as it was reached; minus infinity for what came before the shortlist. */
    double lowerCut(Stage stage) {
        return switch (stage) {
            case APPLIED, VIEWED -> Double.NEGATIVE_INFINITY;
            case SHORTLISTED -> shortlisted;
            case INTERVIEWED -> interviewed;
            case HIRED -> 0;
        };
    }

    /** Returns the cut of the stage that was not reached any more; infinity after {@link Stage#HIRED}. */
    double upperCut(Stage stage) {
        return switch (stage) {
            case APPLIED, VIEWED -> shortlisted;
            case SHORTLISTED -> interviewed;
            case INTERVIEWED -> 0;
            case HIRED -> Double.POSITIVE_INFINITY;
        };
    }
}
