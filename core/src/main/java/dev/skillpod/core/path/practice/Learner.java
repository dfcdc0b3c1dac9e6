package dev.skillpod.core.path.practice;

import java.util.List;

/**
 * A learner with the hidden abilities: what simulators and environments hold, and policies are never given.
 *
 * @param id the learner's number
 * @param abilities the ability in each item at the start of an episode
 * @param last the last item that was accepted, or {@link PracticeDynamics#NO_ITEM}
 * @param goal the items to be able to answer, ascending, at least one
 * @param warmUp the interactions that led to these abilities, oldest first
 */
public record Learner(long id, double[] abilities, int last, int[] goal, List<Interaction> warmUp) {
    public Learner {
        abilities = abilities.clone();
        goal = goal.clone();
        warmUp = List.copyOf(warmUp);
    }

    @Override
    public double[] abilities() {
        return abilities.clone();
    }

    @Override
    public int[] goal() {
        return goal.clone();
    }
}
