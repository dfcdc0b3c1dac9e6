package dev.skillpod.core.math;

import java.util.Arrays;

/** Adam: steps scaled by running moments of the slopes (Kingma and Ba 2015, algorithm 1, with their defaults). Not thread-safe. */
public final class Adam {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[] means;
    private final float[] squares;
    private int steps;

    /** Makes an optimiser for so many parameters. */
    public Adam(int parameters) {
        means = new float[parameters];
        squares = new float[parameters];
    }

    /**
     * Takes a step down the slopes.
     *
     * @param parameters changed
     * @param gradient the slopes, summed over a batch; set to 0
     * @param scale what the slopes are multiplied by: 1 / the size of the batch
     * @param rate the step size, above 0
     */
    public void step(float[] parameters, float[] gradient, float scale, double rate) {
        steps++;
        float step = (float) (rate * Math.sqrt(1 - Math.pow(SECOND, steps)) / (1 - Math.pow(FIRST, steps)));
        for (int i = 0; i < parameters.length; i++) {
            float slope = gradient[i] * scale;
            means[i] = FIRST * means[i] + (1 - FIRST) * slope;
            squares[i] = SECOND * squares[i] + (1 - SECOND) * slope * slope;
            parameters[i] -= step * means[i] / ((float) Math.sqrt(squares[i]) + TINY);
        }
        Arrays.fill(gradient, 0);
    }
}
