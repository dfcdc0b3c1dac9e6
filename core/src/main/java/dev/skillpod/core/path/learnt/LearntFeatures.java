package dev.skillpod.core.path.learnt;

/**
 * A position inside the model in a row of numbers, for a network to judge: the model's state; by item whether it belongs to the goal, how an
 * exam would go, and how far it is missing in the goal; the last item; the steps left; the worth of an item; the expected reward so far.
 */
final class LearntFeatures {
    private static final int MOST_STEPS = 20;
    private static final float STEP_UNIT = 10;
    private static final float WORTH_UNIT = 3;

    private LearntFeatures() {}

    static int length(AnswerModel model) {
        return model.units() + 3 * model.items() + model.items() + 1 + MOST_STEPS + 3;
    }

    static void write(AnswerModel model, LearntPosition position, float[] row, int start) {
        int items = model.items();
        java.util.Arrays.fill(row, start, start + length(model), 0f);
        System.arraycopy(position.state(), 0, row, start, model.units());
        int at = start + model.units();
        double score = 0;
        for (int i = 0; i < items; i++) {
            row[at + items + i] = (float) model.exam(position.state(), i);
        }
        for (int item : position.goal()) {
            row[at + item] = 1;
            row[at + 2 * items + item] = 1 - row[at + items + item];
            score += row[at + items + item];
        }
        at += 3 * items;
        row[at + (position.last() < 0 ? items : position.last())] = 1;
        at += items + 1;
        row[at + Math.clamp(position.stepsLeft(), 1, MOST_STEPS) - 1] = 1;
        at += MOST_STEPS;
        row[at] = position.stepsLeft() / STEP_UNIT;
        row[at + 1] = (float) position.worth() * WORTH_UNIT;
        row[at + 2] = (float) ((score - position.startScore()) * position.worth());
    }
}
