package dev.skillpod.core.path;

/**
 * Finds a sequence of actions for a state that is fully known. Not a policy: it tells what could be reached if nothing were
 * hidden. Immutable and thread-safe.
 *
 * @param <S> the full state
 */
public interface Planner<S> {
    /** Returns the name in tables. */
    String name();

    /**
     * Plans.
     *
     * @param state the state at the start
     * @param steps the number of actions, at least 1
     * @return that many allowed actions
     */
    int[] plan(S state, int steps);
}
