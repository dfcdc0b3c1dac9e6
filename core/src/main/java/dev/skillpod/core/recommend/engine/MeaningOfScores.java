package dev.skillpod.core.recommend.engine;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.state.LearnerState;

/** The scores that are computed rather than learnt: urgency and impact. docs/models/recommender.md defines them. */
final class MeaningOfScores {
    /** The most urgency that market demand alone can give. */
    private static final double DEMAND_SHARE = 0.4;

    private MeaningOfScores() {}

    /**
     * Returns the market pressure on a content's skills: personal pressure (recency- and outcome-weighted) or, short of
     * that, market demand; in [0, 1].
     */
    static double urgency(LearnerContext context, int content) {
        LearnerState state = context.state();
        var row = state.index().content(content);
        double calm = 0;
        double weight = 0;
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            double personal = state.pressure().urgency(s);
            double market = DEMAND_SHARE * context.demand().level()[s];
            calm += row.weights()[i] * (1 - personal) * (1 - market);
            weight += row.weights()[i];
        }
        return weight == 0 ? 0 : Math.clamp(1 - calm / weight, 0, 1);
    }

    /**
     * Returns the share of the remaining importance-weighted distance to the needs that finishing the content is expected to
     * cover; without needs, the expected progress as a share of one skill's whole scale.
     *
     * @param expectedProgress in importance-weighted levels
     */
    static double impact(LearnerState state, double expectedProgress) {
        float total = state.needs().total(state.levels());
        return Math.clamp(expectedProgress / (total > 0 ? total : 100), 0, 1);
    }

    /** Returns how much is known of a learner, in observations, for the confidence. */
    static double evidence(LearnerState state) {
        int known = 0;
        for (boolean k : state.levels().known()) {
            known += k ? 1 : 0;
        }
        return state.touches().engaged() + (state.needs().role().isPresent() ? 2 : 0) + Math.min(3, known / 2.0);
    }
}
