package dev.skillpod.core.path;

/**
 * Chooses the actions of one episode and may remember what it has seen in it. Not thread-safe.
 *
 * @param <O> what it can see
 */
@FunctionalInterface
public interface Actor<O extends Observation> {
    /**
     * Returns the next action.
     *
     * @param observation the present one: the successor of the one it was given last
     * @return an action that the observation allows
     */
    int act(O observation);
}
