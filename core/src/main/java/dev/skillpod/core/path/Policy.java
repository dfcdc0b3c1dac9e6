package dev.skillpod.core.path;

import java.util.random.RandomGenerator;

/**
 * Chooses actions from what may be known. Immutable and thread-safe; the actors it hands out are not.
 *
 * @param <O> what it can see
 */
public interface Policy<O extends Observation> {
    /** Returns the name in tables. */
    String name();

    /**
     * Starts an episode.
     *
     * @param random the episode's own stream; with the same stream and the same observations the same actions are chosen
     */
    Actor<O> begin(RandomGenerator random);
}
