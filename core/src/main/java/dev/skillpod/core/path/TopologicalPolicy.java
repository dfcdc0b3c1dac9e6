package dev.skillpod.core.path;

import java.util.random.RandomGenerator;

/**
 * Works through what the goal needs in the order of prerequisites: the first needed action that is allowed; when none is, the
 * allowed one that comes last in the order, which leads on.
 *
 * @param <O> any observation
 */
public final class TopologicalPolicy<O extends Observation> implements Policy<O> {
    private final int[] order;

    /**
     * Makes the policy.
     *
     * @param order every action once, prerequisites first; copied
     */
    public TopologicalPolicy(int[] order) {
        this.order = order.clone();
    }

    @Override
    public String name() {
        return "topological";
    }

    @Override
    public Actor<O> begin(RandomGenerator random) {
        return observation -> {
            int last = -1;
            for (int action : order) {
                if (observation.allows(action)) {
                    if (observation.needs(action)) {
                        return action;
                    }
                    last = action;
                }
            }
            return last;
        };
    }
}
