package dev.skillpod.core.tracing.recurrence;

import java.util.Arrays;

/** Weights that rise along their gradients, each by its own step (Duchi, Hazan and Singer 2011). Not thread-safe. */
final class Adagrad {
    private static final float START = 0.1f;

    private final float[] weights;
    private final float[] squares;
    private final float penalty;

    /** Moves {@code weights}, which are pulled to zero by {@code penalty} times themselves at every move. */
    Adagrad(float[] weights, double penalty) {
        this.weights = weights;
        this.penalty = (float) penalty;
        squares = new float[weights.length];
        Arrays.fill(squares, START);
    }

    /** Moves {@code length} weights along {@code scale * direction}. */
    void move(int from, int length, float[] direction, float scale, float rate) {
        for (int j = 0; j < length; j++) {
            float weight = weights[from + j];
            float gradient = scale * direction[j] - penalty * weight;
            float square = squares[from + j] + gradient * gradient;
            squares[from + j] = square;
            weights[from + j] = weight + rate * gradient / (float) Math.sqrt(square);
        }
    }

    /** Moves one weight. */
    void move(int at, double slope, float rate) {
        float gradient = (float) slope - penalty * weights[at];
        squares[at] += gradient * gradient;
        weights[at] += rate * gradient / (float) Math.sqrt(squares[at]);
    }
}
