package dev.skillpod.core.path;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A finished episode.
 *
 * @param path the actions in their order
 * @param reward what they brought
 */
public record Episode(int[] path, double reward) {
    /**
     * Lets a policy act until no steps are left.
     *
     * @param random the episode's own stream
     * @throws IllegalStateException when the policy chooses what is not allowed
     */
    public static <O extends Observation> Episode play(
            Environment<O> environment, Policy<O> policy, RandomGenerator random) {
        Actor<O> actor = policy.begin(random);
        O observation = environment.observe();
        var path = new int[observation.stepsLeft()];
        for (int step = 0; step < path.length; step++) {
            int action = actor.act(observation);
            if (action < 0 || action >= observation.actions() || !observation.allows(action)) {
                throw new IllegalStateException(policy.name() + " must choose an allowed action, was " + action
                        + " after " + Arrays.toString(Arrays.copyOf(path, step)));
            }
            environment.act(action);
            path[step] = action;
            observation = environment.observe();
        }
        return new Episode(path, environment.reward());
    }
}
