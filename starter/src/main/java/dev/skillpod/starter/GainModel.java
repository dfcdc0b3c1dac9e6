package dev.skillpod.starter;

/**
 * What a learner gets out of finishing a content:
 *
 * <pre>
 * raise(u,c,s) = room * min(1, 0.8 weight quality depth speed drive fit readiness)
 * room         = min(100, levelTo + 5) - mastery(s), at least 0
 * gain(u,c)    = sum over s of importance(u,s) raise(u,c,s)
 * </pre>
 */
final class GainModel {
    private static final double RATE = 0.8;
    private static final double TOLERANCE = 5;
    private static final double FALL_BELOW = 14;
    private static final double FALL_ABOVE = 6;
    private static final double SKILL_CUT = 0.6;
    private static final double CONTENT_CUT = 0.2;
    private static final double DRIVE_ON_GAIN = 0.25;

    private final CatalogArrays arrays;
    private final HiddenMarket market;
    private final double confounderStrength;

    GainModel(CatalogArrays arrays, HiddenMarket market, double confounderStrength) {
        this.arrays = arrays;
        this.market = market;
        this.confounderStrength = confounderStrength;
    }

    /** How well a content's levels suit a mastery: 1 inside [levelFrom - 5, levelTo], falling off like a bell outside. */
    double fit(double mastery, int content) {
        double low = arrays.levelFrom[content] - TOLERANCE;
        double high = arrays.levelTo[content];
        double distance = mastery < low ? (low - mastery) / FALL_BELOW : (mastery - high) / FALL_ABOVE;
        return distance <= 0 ? 1 : Math.exp(-distance * distance);
    }

    /** How far the prerequisites of a skill and of a content are met, in (0, 1]. */
    double readiness(LearnerState state, int skill, int content) {
        double readiness = 1;
        int[] required = arrays.requires[skill];
        double[] levels = arrays.requiredLevels[skill];
        for (int i = 0; i < required.length; i++) {
            double missing = levels[i] - state.mastery[required[i]];
            if (missing > 0) {
                readiness *= 1 - SKILL_CUT * missing / levels[i];
            }
        }
        for (int first : arrays.contentPrerequisites[content]) {
            if (!state.finished[first]) {
                readiness *= 1 - CONTENT_CUT;
            }
        }
        return readiness;
    }

    /** The points of mastery that finishing would add to the j-th skill of a content. */
    double raise(LearnerTraits learner, LearnerState state, int content, int j) {
        int skill = arrays.contentSkills[content][j];
        double mastery = state.mastery[skill];
        double room = Math.min(100, arrays.levelTo[content] + TOLERANCE) - mastery;
        if (room <= 0) {
            return 0;
        }
        double share = RATE
                * arrays.contentWeights[content][j]
                * market.quality[content]
                * market.depth[content]
                * learner.speed()
                * Math.exp(DRIVE_ON_GAIN * confounderStrength * learner.drive())
                * fit(mastery, content)
                * readiness(state, skill, content);
        return room * Math.min(1, share);
    }

    /** The importance-weighted points of mastery that finishing would add. */
    double gain(LearnerTraits learner, LearnerState state, int content) {
        double gain = 0;
        int[] taught = arrays.contentSkills[content];
        for (int j = 0; j < taught.length; j++) {
            gain += learner.importance()[taught[j]] * raise(learner, state, content, j);
        }
        return gain;
    }
}
