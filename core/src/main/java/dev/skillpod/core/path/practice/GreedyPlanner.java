package dev.skillpod.core.path.practice;

import dev.skillpod.core.path.Planner;

/**
 * Knows the abilities and practises, at each step, the accepted item after which most of the goal is answered correctly; of equal
 * ones the item that adds most to the abilities in the goal. Looks one step ahead.
 */
public final class GreedyPlanner implements Planner<Learner> {
    private final PracticeDynamics dynamics;

    /** Makes a planner for a world. */
    public GreedyPlanner(PracticeDynamics dynamics) {
        this.dynamics = dynamics;
    }

    @Override
    public String name() {
        return "greedy, hidden state";
    }

    @Override
    public int[] plan(Learner learner, int steps) {
        double[] abilities = learner.abilities();
        int[] goal = learner.goal();
        var path = new int[steps];
        int last = learner.last();
        for (int step = 0; step < steps; step++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int item : dynamics.accepted(last)) {
                double[] after = abilities.clone();
                dynamics.practise(after, 0, item);
                double value = dynamics.items() * 100.0 * dynamics.score(after, 0, goal);
                for (int wanted : goal) {
                    value += after[wanted];
                }
                if (value > most) {
                    most = value;
                    path[step] = item;
                }
            }
            last = path[step];
            dynamics.practise(abilities, 0, last);
        }
        return path;
    }
}
