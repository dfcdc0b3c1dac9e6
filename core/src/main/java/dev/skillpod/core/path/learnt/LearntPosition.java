package dev.skillpod.core.path.learnt;

/**
 * Where an episode stands inside the model.
 *
 * @param state the model's state
 * @param last the last item accepted, or −1
 * @param stepsLeft items still to be practised, at least 0
 * @param goal the items to be able to answer
 * @param startScore the expected number of the goal's items answered correctly at the start of the episode
 */
record LearntPosition(float[] state, int last, int stepsLeft, int[] goal, double startScore) {
    /** Returns the position after practising an item. */
    LearntPosition after(AnswerModel model, int item, boolean correct) {
        return new LearntPosition(model.next(state, item, correct), item, stepsLeft - 1, goal, startScore);
    }

    /** Returns the expected reward if the episode ended now. */
    double reward(AnswerModel model) {
        return (model.score(state, goal) - startScore) * worth();
    }

    /** Returns what one more item of the goal is worth. */
    double worth() {
        return 1 / Math.max(0.5, goal.length - startScore);
    }
}
