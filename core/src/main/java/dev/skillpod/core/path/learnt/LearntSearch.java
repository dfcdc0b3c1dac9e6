package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.MultilayerPerceptron;

/**
 * Looks ahead inside an {@link AnswerModel}: maximum over actions, expectation over predicted answers, a network's value at the end. Not
 * thread-safe.
 */
final class LearntSearch {
    private static final double CERTAIN = 0.01;

    private final AnswerModel model;
    private final MultilayerPerceptron network;
    private final int[][] accepted;
    private final float[] row;
    private final float[] activations;
    private double value;

    /**
     * Makes a search.
     *
     * @param network one output over {@link LearntFeatures}
     * @param accepted the items that may be chosen, by last item; the last row is for none
     */
    LearntSearch(AnswerModel model, MultilayerPerceptron network, int[][] accepted) {
        this.model = model;
        this.network = network;
        this.accepted = accepted;
        row = new float[LearntFeatures.length(model)];
        activations = network.activations();
    }

    /** Returns the items that may be chosen. */
    int[] accepted(int last) {
        return accepted[last < 0 ? accepted.length - 1 : last];
    }

    /** Returns the best action when looking {@code depth} actions ahead, the first of equal ones. */
    int best(LearntPosition position, int depth) {
        int best = -1;
        value = Double.NEGATIVE_INFINITY;
        for (int item : accepted(position.last())) {
            double worth = worth(position, item, depth);
            if (worth > value) {
                value = worth;
                best = item;
            }
        }
        return best;
    }

    /** Returns what the best action of the latest search is worth: the expected reward of the episode. */
    double value() {
        return value;
    }

    private double worth(LearntPosition position, int item, int depth) {
        double correct = model.answer(position.state(), item);
        double sum = 0;
        if (correct > CERTAIN) {
            sum += correct * next(position.after(model, item, true), depth - 1);
        }
        if (correct < 1 - CERTAIN) {
            sum += (1 - correct) * next(position.after(model, item, false), depth - 1);
        }
        double weight = (correct > CERTAIN ? correct : 0) + (correct < 1 - CERTAIN ? 1 - correct : 0);
        return sum / weight;
    }

    private double next(LearntPosition position, int depth) {
        if (position.stepsLeft() == 0) {
            return position.reward(model);
        }
        if (depth == 0) {
            LearntFeatures.write(model, position, row, 0);
            network.forward(row, 0, activations);
            return AnswerModel.logistic(activations[network.outputStart()]);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int item : accepted(position.last())) {
            best = Math.max(best, worth(position, item, depth));
        }
        return best;
    }
}
