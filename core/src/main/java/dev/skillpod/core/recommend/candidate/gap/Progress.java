package dev.skillpod.core.recommend.candidate.gap;

import dev.skillpod.core.recommend.state.LearnerState;

/** How far finishing a content would bring a learner towards what is needed. */
public final class Progress {
    private Progress() {}

    /**
     * Returns the importance-weighted levels of open gaps that a content covers: for each of its skills, the part of the gap
     * below the level the content leads to, times the content's share of the skill.
     *
     * @return at least 0; 0 for a content that teaches nothing needed
     */
    public static float towardsNeeds(LearnerState state, int content) {
        var row = state.index().content(content);
        float sum = 0;
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            float reach = row.levelTo() - state.levels().level()[s];
            float covered = Math.min(state.needs().gap(s, state.levels()), reach);
            if (covered > 0) {
                sum += state.needs().importance()[s] * row.weights()[i] * covered;
            }
        }
        return sum;
    }
}
