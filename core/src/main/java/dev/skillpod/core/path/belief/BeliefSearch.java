package dev.skillpod.core.path.belief;

import dev.skillpod.core.path.practice.PracticeDynamics;

/**
 * Looks ahead over a belief: maximum over actions, expectation over answers (expectimax; Russell and Norvig 2020, ch. 5.5 and 17.5). Not
 * thread-safe.
 *
 * <p>Practising moves all particles; the answer splits them in two beliefs, each weighed by its share. Positions at the end of the look-ahead
 * are valued by a {@link BeliefValue}; near the end of the episode every sequence is tried to its end instead, where the reward is
 * known. A first look values all actions one step deep; those much worse than the best are not looked into further.
 */
public final class BeliefSearch {
    private final PracticeDynamics dynamics;
    private final BeliefValue leafValue;
    private final SearchConfig config;
    private final int items;
    private final int stride;
    private final double[][] copies;
    private int[] goal = {};
    private double[] actionValues;
    private double value;

    /** Makes a search. */
    public BeliefSearch(PracticeDynamics dynamics, BeliefValue leafValue, SearchConfig config) {
        this.dynamics = dynamics;
        this.leafValue = leafValue;
        this.config = config;
        items = dynamics.items();
        stride = ParticleBelief.stride(items);
        copies = new double[(2 * config.depth() + config.exactSteps() + 2) * items][0];
        actionValues = new double[items];
    }

    /**
     * Finds the best action.
     *
     * @param belief what is known; not changed
     * @param stepsLeft items still to be practised, at least 1
     * @return the best action, the first of equal ones
     */
    public int best(ParticleBelief belief, int stepsLeft) {
        goal = belief.goal();
        actionValues = new double[items];
        int count = Math.min(belief.size(), config.particles());
        value = look(belief.particles(), 0, count, belief.last(), stepsLeft, config.depth(), 0);
        int best = -1;
        for (int item : dynamics.accepted(belief.last())) {
            if (best < 0 || actionValues[item] > actionValues[best]) {
                best = item;
            }
        }
        return best;
    }

    /** Returns the expected reward of the episode, as the latest search found it. */
    public double value() {
        return value;
    }

    /** Returns what each action was worth in the latest search; 0 for those not accepted. */
    public double[] actionValues() {
        return actionValues.clone();
    }

    /** Values a position with steps left; writes the values of the actions at level 0. */
    private double look(double[] from, int first, int count, int last, int stepsLeft, int depth, int level) {
        if (stepsLeft <= (level == 0 ? config.exactSteps() : depth + 1)) {
            return exhaust(from, first, count, last, stepsLeft, level);
        }
        int[] actions = dynamics.accepted(last);
        var looks = new double[actions.length];
        var correct = new int[actions.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions.length; a++) {
            double[] copy = copy(level, a, count);
            correct[a] = practise(from, first, count, actions[a], copy);
            looks[a] = branch(copy, correct[a], count, actions[a], stepsLeft, 1, level);
            best = Math.max(best, looks[a]);
        }
        if (depth > 1) {
            best = deepen(actions, looks, correct, count, stepsLeft, depth, level, best);
        }
        if (level == 0) {
            for (int a = 0; a < actions.length; a++) {
                actionValues[actions[a]] = looks[a];
            }
        }
        return best;
    }

    /** Replaces the first looks of the promising actions by deeper ones, those of the others by less than the best. */
    private double deepen(
            int[] actions, double[] looks, int[] correct, int count, int stepsLeft, int depth, int level, double top) {
        double[] first = looks.clone();
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions.length; a++) {
            int better = 0;
            for (int b = 0; b < actions.length; b++) {
                if (first[b] > first[a] || first[b] == first[a] && b < a) {
                    better++;
                }
            }
            if (better < config.width() && first[a] >= top - config.margin()) {
                looks[a] = branch(copies[level * items + a], correct[a], count, actions[a], stepsLeft, depth, level);
                best = Math.max(best, looks[a]);
            } else {
                looks[a] = Double.NEGATIVE_INFINITY;
            }
        }
        return best;
    }

    /** Values the position after an action: both answers, weighed by their shares. */
    private double branch(double[] copy, int correct, int count, int item, int stepsLeft, int depth, int level) {
        double sum = 0;
        if (correct > 0) {
            sum += correct * next(copy, 0, correct, item, stepsLeft - 1, depth - 1, level + 1);
        }
        if (correct < count) {
            sum += (count - correct) * next(copy, correct, count - correct, item, stepsLeft - 1, depth - 1, level + 1);
        }
        return sum / count;
    }

    private double next(double[] from, int first, int count, int last, int stepsLeft, int depth, int level) {
        return depth > 0 || stepsLeft == 1
                ? look(from, first, count, last, stepsLeft, depth, level)
                : leafValue.of(from, first, count, goal, last, stepsLeft);
    }

    /** Copies particles after practising an item, those that answer correctly first; returns their number. */
    private int practise(double[] from, int first, int count, int item, double[] to) {
        int correct = 0;
        int wrong = count;
        for (int p = 0; p < count; p++) {
            int at = correct * stride;
            System.arraycopy(from, (first + p) * stride, to, at, stride);
            dynamics.practise(to, at, item);
            if (dynamics.answers(to, at, item)) {
                correct++;
            } else {
                wrong--;
                System.arraycopy(to, at, to, wrong * stride, stride);
            }
        }
        return correct;
    }

    /** Tries every sequence to the end. */
    private double exhaust(double[] from, int first, int count, int last, int stepsLeft, int level) {
        double best = Double.NEGATIVE_INFINITY;
        for (int item : dynamics.accepted(last)) {
            double worth = stepsLeft == 1
                    ? reward(from, first, count, item, copy(level, 0, 1))
                    : exhaustBoth(from, first, count, item, stepsLeft, level);
            if (level == 0) {
                actionValues[item] = worth;
            }
            best = Math.max(best, worth);
        }
        return best;
    }

    private double exhaustBoth(double[] from, int first, int count, int item, int stepsLeft, int level) {
        double[] copy = copy(level, 0, count);
        int correct = practise(from, first, count, item, copy);
        double sum = 0;
        if (correct > 0) {
            sum += correct * exhaust(copy, 0, correct, item, stepsLeft - 1, level + 1);
        }
        if (correct < count) {
            sum += (count - correct) * exhaust(copy, correct, count - correct, item, stepsLeft - 1, level + 1);
        }
        return sum / count;
    }

    /** Returns the mean reward when practising an item is the last step. */
    private double reward(double[] from, int first, int count, int item, double[] copy) {
        double sum = 0;
        for (int p = 0; p < count; p++) {
            System.arraycopy(from, (first + p) * stride, copy, 0, stride);
            dynamics.practise(copy, 0, item);
            sum += (dynamics.score(copy, 0, goal) - copy[items + 1]) * copy[items];
        }
        return sum / count;
    }

    private double[] copy(int level, int action, int count) {
        int index = level * items + action;
        if (copies[index].length < count * stride) {
            copies[index] = new double[Math.max(config.particles(), count) * stride];
        }
        return copies[index];
    }
}
