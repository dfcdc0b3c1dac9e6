package dev.skillpod.starter;

/**
 * What a learner does with a shown content: a chain of logistic choices, each made only when the one before said yes.
 *
 * <p>P(examined at position k) = 1 / (1 + 0.3 (k - 1)); then view, start and finish with the logits below, which read
 * relevance, level fit, hidden quality, taste for the type, effort against free hours, motivation, how often the content
 * was already shown, and the drive z where the market asks for the content's skills.
 */
final class EngagementModel {
    private static final double POSITION_DECAY = 0.3;
    private static final double NEED_WIDTH = 12;

    private final CatalogArrays arrays;
    private final HiddenMarket market;
    private final GainModel gains;
    private final double confounderStrength;

    EngagementModel(CatalogArrays arrays, HiddenMarket market, GainModel gains, double confounderStrength) {
        this.arrays = arrays;
        this.market = market;
        this.gains = gains;
        this.confounderStrength = confounderStrength;
    }

    /** The probability that the content at a position, from 1, is looked at. */
    static double examination(int position) {
        return 1 / (1 + POSITION_DECAY * (position - 1));
    }

    /** How much a learner wants what a content teaches, in [0, 1]: wanted skills, less so once the goal is reached. */
    double relevance(LearnerTraits learner, LearnerState state, int content) {
        int[] taught = arrays.contentSkills[content];
        double relevance = 0;
        for (int j = 0; j < taught.length; j++) {
            int s = taught[j];
            double want = learner.want()[s];
            double beyond = state.mastery[s] - learner.goalLevel()[s];
            double need = learner.goalLevel()[s] == 0 ? 1 : 1 / (1 + Math.exp(beyond / NEED_WIDTH));
            relevance += arrays.contentWeights[content][j] * want * need;
        }
        return relevance;
    }

    double mainFit(LearnerState state, int content) {
        return gains.fit(state.mastery[arrays.contentSkills[content][0]], content);
    }

    double view(LearnerTraits learner, LearnerState state, int content, double relevance) {
        return logistic(-3.05
                + 3.2 * relevance
                + 0.9 * (mainFit(state, content) - 0.5)
                + 0.35 * market.logQuality[content]
                + 0.6 * taste(learner, content)
                + 0.35 * learner.motivation()
                + 0.9 * pull(learner, content)
                - 0.35 * Math.min(4, state.shown[content]));
    }

    double start(LearnerTraits learner, LearnerState state, int content, double relevance) {
        return logistic(-0.5
                + 1.8 * relevance
                + 0.9 * (mainFit(state, content) - 0.5)
                + 0.6 * market.logQuality[content]
                + 0.5 * taste(learner, content)
                + 0.3 * learner.motivation()
                + 0.3 * pull(learner, content)
                - 0.35 * Math.log1p(weeks(learner, content)));
    }

    double finish(LearnerTraits learner, LearnerState state, int content) {
        int main = arrays.contentSkills[content][0];
        double manageable = mainFit(state, content) * gains.readiness(state, main, content);
        return logistic(0.3
                + 1.7 * (manageable - 0.5)
                + 1.0 * market.logQuality[content]
                + 0.5 * taste(learner, content)
                + 0.6 * learner.motivation()
                + 0.4 * pull(learner, content)
                - 0.6 * Math.log1p(weeks(learner, content)));
    }

    /** The probability that a content shown at position 1 is finished in the end. */
    double completionWhenShownFirst(LearnerTraits learner, LearnerState state, int content) {
        double relevance = relevance(learner, state, content);
        return examination(1)
                * view(learner, state, content, relevance)
                * start(learner, state, content, relevance)
                * finish(learner, state, content);
    }

    /** The probability that a looked-at content is sent away. */
    static double dismissal(double relevance, boolean viewed) {
        return (viewed ? 0.06 : 0.03) * (1 - relevance);
    }

    /** The mean of the rating that a learner would give, before noise and rounding to 1..5. */
    double ratingMean(LearnerTraits learner, LearnerState state, int content) {
        return 3.4
                + 1.3 * market.logQuality[content]
                + 0.8 * (mainFit(state, content) - 0.5)
                + 0.5 * taste(learner, content);
    }

    /** Weeks that a content takes at the learner's hours. */
    double weeks(LearnerTraits learner, int content) {
        return arrays.minutes[content] / 60 / learner.weeklyHours();
    }

    private double taste(LearnerTraits learner, int content) {
        return learner.taste()[arrays.contentType[content]];
    }

    private double pull(LearnerTraits learner, int content) {
        return confounderStrength * learner.drive() * market.contentMarket[content];
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
