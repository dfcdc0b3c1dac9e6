package dev.skillpod.core.tracing.ability;

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
}
