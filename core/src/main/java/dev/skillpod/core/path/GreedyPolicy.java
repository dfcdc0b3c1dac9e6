package dev.skillpod.core.path;

import java.util.random.RandomGenerator;

/**
 * Takes the allowed action with the best immediate value, the first of equal ones: what a recommender without a plan does.
 *
 * @param <O> what values are made from
 */
public final class GreedyPolicy<O extends Observation> implements Policy<O> {
    /**
     * Says what single actions are worth.
     *
     * @param <O> what values are made from
     */
    @FunctionalInterface
    public interface StepValues<O extends Observation> {
        /** Returns one value per action; those of actions that are not allowed are not looked at. */
        double[] of(O observation, RandomGenerator random);
    }

    private final String name;
    private final StepValues<O> values;

    /** Makes the policy; the values are thread-safe. */
    public GreedyPolicy(String name, StepValues<O> values) {
        this.name = name;
        this.values = values;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Actor<O> begin(RandomGenerator random) {
        return observation -> {
            double[] value = values.of(observation, random);
            int best = -1;
            for (int action = 0; action < observation.actions(); action++) {
                if (observation.allows(action) && (best < 0 || value[action] > value[best])) {
                    best = action;
                }
            }
            return best;
        };
    }
}
