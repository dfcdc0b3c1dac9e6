package dev.skillpod.core.recommend.candidate.als;

/**
 * One learner's predicted preference for every content, out of the collaborative model.
 *
 * @param scores one per content index: near 1 for what learners like this one chose, near 0 otherwise; for
 *     contents that few have used, what their texts let expect
 * @param known whether the learner has any history to judge by; all scores are 0 otherwise
 */
public record Taste(float[] scores, boolean known) {
    /** Returns the taste of a learner without history. */
    public static Taste unknown(int contents) {
        return new Taste(new float[contents], false);
    }
}
