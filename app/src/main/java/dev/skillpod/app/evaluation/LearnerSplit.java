package dev.skillpod.app.evaluation;

import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * A log of responses cut by learner.
 *
 * @param train to fit to
 * @param test learners to foretell
 */
record LearnerSplit(ResponseLog train, ResponseLog test) {
    private static final int PARTS = 5;

    /** Holds out each learner with probability one fifth. */
    static LearnerSplit of(ResponseLog log, RandomGenerator random) {
        var held = new boolean[log.learners()];
        for (int learner = 0; learner < held.length; learner++) {
            held[learner] = random.nextInt(PARTS) == 0;
        }
        return new LearnerSplit(only(log, learner -> !held[learner]), only(log, learner -> held[learner]));
    }

    private static ResponseLog only(ResponseLog log, IntPredicate wanted) {
        var builder = new ResponseLogBuilder();
        int next = 0;
        for (int learner = 0; learner < log.learners(); learner++) {
            if (wanted.test(learner)) {
                for (int row = log.start(learner); row < log.end(learner); row++) {
                    builder.add(next, log.question(row), log.correct(row));
                }
                next++;
            }
        }
        return builder.build(log.source());
    }
}
