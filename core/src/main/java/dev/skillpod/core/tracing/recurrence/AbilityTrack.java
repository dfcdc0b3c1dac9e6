package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.ability.Expectation;
import java.util.function.IntFunction;

/** What the ability model expected of every response, traced once for all epochs; by row of the log. Immutable. */
final class AbilityTrack {
    private final double[] logits;
    private final double[] surprises;

    private AbilityTrack(int rows) {
        logits = new double[rows];
        surprises = new double[rows];
    }

    /** Traces some learners; the rows of others stay 0. */
    static AbilityTrack of(ResponseLog log, int[] learners, IntFunction<AbilityModel> abilities) {
        var track = new AbilityTrack(log.size());
        for (int learner : learners) {
            AbilityState state = abilities.apply(learner).newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Expectation expected = state.expect(log.question(row));
                track.logits[row] = expected.logit();
                track.surprises[row] = (log.correct(row) ? 1 : 0) - expected.probability();
                state.answer(log.question(row), log.correct(row));
            }
        }
        return track;
    }

    /** Returns the log-odds of a correct answer. */
    double logit(int row) {
        return logits[row];
    }

    /** Returns 1 or 0 for the answer, less its probability. */
    double surprise(int row) {
        return surprises[row];
    }
}
