package dev.skillpod.core.recommend.candidate.gap;

import dev.skillpod.core.recommend.state.LearnerState;

/** How far finishing a content would bring a learner towards what is needed. */
public final class Progress {
    /** Levels of distance that halve the fit. */
    private static final float TOLERANCE = 15;

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

    /**
     * Returns the importance-weighted levels that a content promises: for each of its skills what lies between the learner's
     * level and the level it leads to, needed or not, times the content's share of the skill.
     */
    public static float promised(LearnerState state, int content) {
        var row = state.index().content(content);
        float sum = 0;
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            sum += state.needs().worth(s)
                    * row.weights()[i]
                    * Math.max(0, row.levelTo() - state.levels().level()[s]);
        }
        return sum;
    }

    /** Returns how near the learner's level in the main skill is to where the content begins, in (0, 1]; 1 at or above it. */
    public static float levelFit(LearnerState state, int content) {
        var row = state.index().content(content);
        float level = row.mainSkill() < 0 ? row.levelFrom() : state.levels().level()[row.mainSkill()];
        float missing = Math.max(0, row.levelFrom() - level);
        return 1 / (1 + (missing / TOLERANCE) * (missing / TOLERANCE));
    }
}
