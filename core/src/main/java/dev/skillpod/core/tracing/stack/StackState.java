package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.recurrence.RecurrentState;

/** One learner, followed through all base models. Not thread-safe while it is changed; {@link #copy} is independent. */
final class StackState {
    private final BaseModels models;
    private final AbilityState ability;
    private final RecurrentState recurrence;
    private final History history;

    StackState(BaseModels models) {
        this(models, models.abilities().newLearner(), models.recurrence().newLearner(), new History());
    }

    private StackState(BaseModels models, AbilityState ability, RecurrentState recurrence, History history) {
        this.models = models;
        this.ability = ability;
        this.recurrence = recurrence;
        this.history = history;
    }

    StackState copy() {
        return new StackState(models, ability.copy(), recurrence.copy(), history.copy());
    }

    /** Returns the learner's abilities, not a copy. */
    AbilityState ability() {
        return ability;
    }

    /** Returns the log-odds of the recurrent network. */
    double recurrentLogit(Question question) {
        return recurrence.logit(question, ability.expect(question).logit());
    }

    void answer(Question question, boolean correct) {
        double surprise = (correct ? 1 : 0) - ability.expect(question).probability();
        recurrence.answer(question, correct, surprise);
        history.answer(question, correct, surprise);
        ability.answer(question, correct);
    }

    /**
     * Writes the features of a question.
     *
     * @param out one value per {@link StackFeature}
     */
    void features(Question question, double[] out) {
        new FeatureRow(models, ability, history, question, out).write(recurrence);
    }
}
