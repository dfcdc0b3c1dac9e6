package dev.skillpod.core.path.practice;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Planner;
import java.util.random.RandomGenerator;

/**
 * Knows the abilities and searches whole sequences by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): replaces, moves,
 * inserts and removes items, and now and then keeps a worse sequence. What it finds is reachable, so it bounds the best possible from below.
 *
 * <p>The value of a sequence is the number of the goal's items answered correctly at its end, plus less than one for how near the others are.
 */
public final class AnnealingPlanner implements Planner<Learner> {
    private static final double HOTTEST = 0.05;
    private static final double COLDEST = 1e-4;
    private static final int RESTARTS = 4;
    private static final double NEAR = 0.12;
    private static final double FAR = -0.3;

    private final PracticeDynamics dynamics;
    private final int sequences;

    /**
     * Makes a planner for a world.
     *
     * @param sequences sequences tried per plan, at least 4
     */
    public AnnealingPlanner(PracticeDynamics dynamics, int sequences) {
        if (sequences < RESTARTS) {
            throw new IllegalArgumentException("sequences must be at least " + RESTARTS + ", was " + sequences);
        }
        this.dynamics = dynamics;
        this.sequences = sequences;
    }

    @Override
    public String name() {
        return "annealing, hidden state";
    }

    @Override
    public int[] plan(Learner learner, int steps) {
        return new Annealing(learner, steps).run();
    }

    /** The search for one learner. */
    private final class Annealing {
        private final double[] start;
        private final int[] goal;
        private final int lastAtStart;
        private final double[] abilities;
        private final RandomGenerator random;
        private final int steps;
        private int[] best;
        private double most = Double.NEGATIVE_INFINITY;

        Annealing(Learner learner, int steps) {
            this.steps = steps;
            start = learner.abilities();
            goal = learner.goal();
            lastAtStart = learner.last();
            abilities = start.clone();
            random = TrainingRun.of(0, 1).random("path.annealing", learner.id());
            best = randomSequence();
        }

        int[] run() {
            int length = sequences / RESTARTS;
            for (int restart = 0; restart < RESTARTS; restart++) {
                int[] now = randomSequence();
                double value = value(now);
                for (int s = 0; s < length; s++) {
                    double heat = HOTTEST + (COLDEST - HOTTEST) * s / length;
                    int[] changed = changed(now);
                    double other = value(changed);
                    if (other >= value || random.nextDouble() < Math.exp((other - value) / heat)) {
                        now = changed;
                        value = other;
                        if (value > most) {
                            most = value;
                            best = now;
                        }
                    }
                }
            }
            return repaired(best);
        }

        private int[] randomSequence() {
            var path = new int[steps];
            int last = lastAtStart;
            for (int step = 0; step < steps; step++) {
                int[] accepted = dynamics.accepted(last);
                last = path[step] = accepted[random.nextInt(accepted.length)];
            }
            return path;
        }

        private int[] changed(int[] path) {
            int[] other = path.clone();
            int at = random.nextInt(steps);
            int item = random.nextInt(dynamics.items());
            switch (random.nextInt(4)) {
                case 0 -> other[at] = item;
                case 1 -> {
                    int from = random.nextInt(steps);
                    int moved = path[from];
                    System.arraycopy(path, from + 1, other, from, steps - from - 1);
                    System.arraycopy(other, at, other, at + 1, steps - at - 1);
                    other[at] = moved;
                }
                case 2 -> {
                    System.arraycopy(path, at, other, at + 1, steps - at - 1);
                    other[at] = item;
                }
                default -> {
                    System.arraycopy(path, at + 1, other, at, steps - at - 1);
                    other[steps - 1] = item;
                }
            }
            return other;
        }

        /** Values a sequence; items that are not accepted are passed over. */
        private double value(int[] path) {
            System.arraycopy(start, 0, abilities, 0, start.length);
            int last = lastAtStart;
            for (int item : path) {
                if (dynamics.accepts(last, item)) {
                    dynamics.practise(abilities, 0, item);
                    last = item;
                }
            }
            double sum = 0;
            for (int item : goal) {
                sum += dynamics.answers(abilities, 0, item) ? 1 : near(item);
            }
            return sum;
        }

        /** Returns a little more the higher an ability is, below 0. */
        private double near(int item) {
            return Math.max(FAR, NEAR * (abilities[item] - dynamics.required(item)));
        }

        /** Replaces items that are not accepted by the last one again, which always is and takes nothing away. */
        private int[] repaired(int[] path) {
            int[] repaired = path.clone();
            int last = lastAtStart;
            for (int step = 0; step < steps; step++) {
                if (!dynamics.accepts(last, repaired[step])) {
                    repaired[step] = dynamics.accepts(last, last) ? last : dynamics.accepted(last)[0];
                }
                last = repaired[step];
            }
            return repaired;
        }
    }
}
