package dev.skillpod.core.path;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Chooses each allowed action with equal probability: the floor of every table.
 *
 * @param <O> any observation
 */
public final class RandomPolicy<O extends Observation> implements Policy<O> {
    @Override
    public String name() {
        return "random legal";
    }

    @Override
    public Actor<O> begin(RandomGenerator random) {
        return observation -> {
            int[] allowed = IntStream.range(0, observation.actions())
                    .filter(observation::allows)
                    .toArray();
            return allowed[random.nextInt(allowed.length)];
        };
    }
}
