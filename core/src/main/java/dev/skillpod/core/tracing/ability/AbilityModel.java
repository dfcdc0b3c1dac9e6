package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;

/**
 * Everything that tracing an ability needs. Immutable and thread-safe.
 *
 * @param config the variances
 * @param difficulties how easy items are
 * @param forgetting how fast abilities fade
 * @param timed whether gaps are in days by the questions' times; otherwise in answers
 */
public record AbilityModel(AbilityConfig config, Difficulties difficulties, Forgetting forgetting, boolean timed) {
    /** Returns the state of a learner of whom nothing is known. */
    public AbilityState newLearner() {
        return new AbilityState(this);
    }

    /** Writes the model. */
    public void write(NumberOutput out) {
        config.write(out);
        difficulties.write(out);
        forgetting.write(out);
        out.integer(timed ? 1 : 0);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static AbilityModel read(NumberInput in) {
        return new AbilityModel(
                AbilityConfig.read(in),
                Difficulties.read(in),
                Forgetting.read(in),
                in.integer("whether times are known", 0, 1) == 1);
    }
}
