package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.LearnerTrace;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.ability.Expectation;

/** A learner's trace that also states the mastery of each skill. Immutable and thread-safe. */
public final class StackedTrace implements LearnerTrace {
    private static final double TWO_SIDED_95 = 1.96;

    private final StackedModel model;
    private final StackState state;

    StackedTrace(StackedModel model, StackState state) {
        this.model = model;
        this.state = state;
    }

    @Override
    public double predict(Question question) {
        return model.predict(state, question);
    }

    /** {@inheritDoc} Costs time in proportion to the different items and skills that the learner has answered. */
    @Override
    public StackedTrace after(Question question, boolean correct) {
        StackState next = state.copy();
        next.answer(question, correct);
        return new StackedTrace(model, next);
    }

    /**
     * Returns the mastery of a skill. A correct answer on a skill never lowers its mastery, a wrong one never raises it; without
     * practice it returns to what the learner's general ability gives.
     *
     * @param skill known or not
     * @param time unix time in seconds, not before the last answer; {@link Question#NO_TIME} for right after it
     */
    public Mastery mastery(int skill, long time) {
        AbilityState ability = state.ability();
        Expectation expected = ability.mastery(skill, time);
        double wide = TWO_SIDED_95 * Math.sqrt(expected.variance());
        return new Mastery(
                Expectation.logistic(expected.mean()),
                Expectation.logistic(expected.mean() - wide),
                Expectation.logistic(expected.mean() + wide),
                ability.practices(skill),
                ability.halfLife(skill));
    }
}
