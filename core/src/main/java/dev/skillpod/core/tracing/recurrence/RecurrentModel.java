package dev.skillpod.core.tracing.recurrence;

/** A fitted linear recurrent network. Immutable and thread-safe. */
public final class RecurrentModel {
    private final RecurrentWeights weights;

    RecurrentModel(RecurrentWeights weights) {
        this.weights = weights;
    }

    /** Returns the state of a learner of whom nothing is known. */
    public RecurrentState newLearner() {
        return new RecurrentState(weights);
    }
}
