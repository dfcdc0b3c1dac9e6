package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;

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

    /** Returns how many items it knows. */
    public int items() {
        return weights.items;
    }

    /** Returns how many skills it knows. */
    public int skills() {
        return weights.skills;
    }

    /** Writes the network. */
    public void write(NumberOutput out) {
        weights.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static RecurrentModel read(NumberInput in) {
        return new RecurrentModel(RecurrentWeights.read(in));
    }
}
