package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.GatedRecurrentUnit;
import dev.skillpod.core.path.practice.Interaction;
import java.util.List;

/**
 * Predicts how a learner answers, from what the learner did and answered before: a recurrent network over interactions with two
 * linear heads, one for the answer after practising an item next, one for an exam now. Immutable once trained, and thread-safe.
 */
public final class AnswerModel {
    private final int items;
    private final GatedRecurrentUnit memory;
    private final float[] heads;

    /**
     * Makes a model.
     *
     * @param memory tokens are 2 · item, plus 1 for a correct answer
     * @param heads by head (next answer, exam) and item: the weights of the units and the bias; kept, not copied
     */
    AnswerModel(int items, GatedRecurrentUnit memory, float[] heads) {
        this.items = items;
        this.memory = memory;
        this.heads = heads;
    }

    /** Returns the number of items. */
    public int items() {
        return items;
    }

    GatedRecurrentUnit memory() {
        return memory;
    }

    float[] heads() {
        return heads;
    }

    /** Returns the numbers in a state. */
    public int units() {
        return memory.units();
    }

    static int token(int item, boolean correct) {
        return 2 * item + (correct ? 1 : 0);
    }

    /** Returns the state after some interactions. */
    public float[] state(List<Interaction> interactions) {
        var state = new float[units()];
        for (Interaction interaction : interactions) {
            state = next(state, interaction.item(), interaction.correct());
        }
        return state;
    }

    /** Returns the state after one more interaction. */
    public float[] next(float[] state, int item, boolean correct) {
        var next = new float[units()];
        memory.step(token(item, correct), state, 0, next, 0, new float[memory.traceLength()], 0);
        return next;
    }

    /** Returns the probability that the item is answered correctly after practising it now. */
    public double answer(float[] state, int item) {
        return logistic(logit(state, 0, item));
    }

    /** Returns the probability that the item is answered correctly in an exam now. */
    public double exam(float[] state, int item) {
        return logistic(logit(state, 0, items + item));
    }

    /** Returns the expected number of the goal's items answered correctly in an exam now. */
    public double score(float[] state, int[] goal) {
        double sum = 0;
        for (int item : goal) {
            sum += exam(state, item);
        }
        return sum;
    }

    /** Returns the logit of a head, which are the items' next answers and then their exams. */
    float logit(float[] states, int from, int head) {
        int row = head * (units() + 1);
        float sum = heads[row + units()];
        for (int j = 0; j < units(); j++) {
            sum += heads[row + j] * states[from + j];
        }
        return sum;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
