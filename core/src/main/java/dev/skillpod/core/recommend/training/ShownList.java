package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that was shown to a learner.
 *
 * @param history the learner, whole; rows are made from {@code history.before(at)}
 * @param at when it was shown
 * @param contents content indexes in the order of their positions
 * @param positions the place of each, from 1
 * @param propensities logged probability of each at its place, given those above, in (0, 1]; NaN where none was logged
 * @param outcomes what came of each
 */
record ShownList(
        LearnerHistory history,
        Instant at,
        int[] contents,
        int[] positions,
        double[] propensities,
        Outcome[] outcomes) {
    /**
     * How far an impression led, and what it brought.
     *
     * @param step the furthest step
     * @param knownAt when the last of these levels was measured; null where none was
     * @param scores for each of the content's skills the level measured afterwards; NaN where none was measured; empty
     *     unless the engagement was useful
     */
    record Outcome(Step step, @Nullable Instant knownAt, double[] scores) {
        private static final double[] NO_SCORES = {};

        static Outcome of(Step step) {
            return new Outcome(step, null, NO_SCORES);
        }
    }

    /** How far an impression led. */
    enum Step {
        NONE,
        VIEWED,
        STARTED,
        USEFUL
    }
}
