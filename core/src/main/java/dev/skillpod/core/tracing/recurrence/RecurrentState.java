package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.tracing.Question;

/** One learner's running sums. Not thread-safe while it is changed; {@link #copy} is independent. */
public final class RecurrentState {
    private final RecurrentWeights weights;
    private final float[] sums;
    private int answers;

    RecurrentState(RecurrentWeights weights) {
        this(weights, new float[weights.length], 0);
    }

    private RecurrentState(RecurrentWeights weights, float[] sums, int answers) {
        this.weights = weights;
        this.sums = sums;
        this.answers = answers;
    }

    /** Returns an independent copy. */
    public RecurrentState copy() {
        return new RecurrentState(weights, sums.clone(), answers);
    }

    /**
     * Returns the log-odds of a correct answer.
     *
     * @param abilityLogit the ability model's log-odds of the same question
     */
    public double logit(Question question, double abilityLogit) {
        var output = new float[weights.length];
        weights.output(question, output);
        var view = new float[weights.length];
        weights.view(sums, answers, view);
        return weights.logit(question, abilityLogit, output, view);
    }

    /**
     * Adds an answer.
     *
     * @param surprise 1 or 0 for the answer, less the ability model's probability
     */
    public void answer(Question question, boolean correct, double surprise) {
        var input = new float[weights.length];
        weights.input(question, correct, surprise, input);
        weights.advance(sums, input);
        answers++;
    }
}
