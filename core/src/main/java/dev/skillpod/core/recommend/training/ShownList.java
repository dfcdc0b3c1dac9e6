package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import java.time.Instant;

/**
 * A list that was shown to a learner.
 *
 * @param history the learner, whole; rows are made from {@code history.before(at)}
 * @param at when it was shown
 * @param contents content indexes in the order of their positions
 * @param positions the place of each, from 1
 * @param outcomes what came of each
 */
record ShownList(LearnerHistory history, Instant at, int[] contents, int[] positions, Outcome[] outcomes) {
    /** How far an impression led, and what it brought. */
    record Outcome(Step step, double measuredGain) {
        static final Outcome NOTHING = new Outcome(Step.NONE, 0);
    }

    /** How far an impression led. */
    enum Step {
        NONE,
        VIEWED,
        STARTED,
        USEFUL
    }
}
