package dev.skillpod.core.path.value;

import dev.skillpod.core.math.Adam;
import dev.skillpod.core.math.MultilayerPerceptron;
import java.util.random.RandomGenerator;

/** The latest positions with what they were worth, and the fitting of a network to them. Not thread-safe. */
public final class Positions {
    private final MultilayerPerceptron network;
    private final Adam optimiser;
    private final int length;
    private final float[] rows;
    private final float[] worths;
    private final float[] gradient;
    private final float[] activations;
    private final float[] slopes;
    private int size;
    private int next;

    /**
     * Makes an empty memory.
     *
     * @param network one output; its parameters are changed by {@link #learn}
     * @param memory the most positions kept
     */
    public Positions(MultilayerPerceptron network, int memory) {
        this.network = network;
        length = network.sizes()[0];
        rows = new float[memory * length];
        worths = new float[memory];
        optimiser = new Adam(network.parameters().length);
        gradient = new float[network.parameters().length];
        activations = network.activations();
        slopes = network.activations();
    }

    /** Keeps a position; the oldest one goes when the memory is full. */
    public void add(float[] row, int from, double worth) {
        System.arraycopy(row, from, rows, next * length, length);
        worths[next] = (float) Math.clamp(worth, 0.0, 1.0);
        next = (next + 1) % worths.length;
        size = Math.min(size + 1, worths.length);
    }

    /** Takes a step on a batch drawn at random, with the cross-entropy as loss. */
    public void learn(int batch, double rate, RandomGenerator random) {
        int out = network.outputStart();
        for (int b = 0; b < batch; b++) {
            int position = random.nextInt(size);
            network.forward(rows, position * length, activations);
            slopes[out] = (float) (1 / (1 + Math.exp(-activations[out]))) - worths[position];
            network.backward(rows, position * length, activations, slopes, gradient);
        }
        optimiser.step(network.parameters(), gradient, 1f / batch, rate);
    }
}
