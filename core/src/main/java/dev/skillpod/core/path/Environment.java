package dev.skillpod.core.path;

/**
 * One learner with a goal and a number of steps: changes with every action and knows what is hidden. Not thread-safe.
 *
 * @param <O> what it shows to policies
 */
public interface Environment<O extends Observation> {
    /** Returns what a policy may know now. */
    O observe();

    /**
     * Takes one step.
     *
     * @param action in [0, {@link Observation#actions}); one that is not allowed teaches nothing and costs the step
     * @throws IllegalStateException when no steps are left
     */
    void act(int action);

    /** Returns what has been reached so far: the share of what was missing at the start, in [-1, 1] or below when things were lost. */
    double reward();
}
