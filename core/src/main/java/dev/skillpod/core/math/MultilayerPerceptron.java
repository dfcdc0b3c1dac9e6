package dev.skillpod.core.math;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A fully connected network: rectified hidden layers and a linear output (Rumelhart, Hinton and Williams 1986; rectifiers: Glorot,
 * Bordes and Bengio 2011). Inputs that are 0 cost nothing.
 *
 * <p>Thread-safe as long as nobody changes its parameters; every thread brings its own activations. The sums have a fixed order,
 * so the same machine gives the same bits.
 */
public final class MultilayerPerceptron {
    private final int[] sizes;
    private final int[] starts;
    private final float[] parameters;

    /**
     * Makes a network from its parameters.
     *
     * @param sizes numbers of units: input, hidden layers, output; at least two
     * @param parameters by layer: the weights input by input, then the biases; kept, not copied, so that an optimiser can change them
     */
    public MultilayerPerceptron(int[] sizes, float[] parameters) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(s -> s < 1)) {
            throw new IllegalArgumentException(
                    "sizes must be at least two numbers of at least 1, was " + Arrays.toString(sizes));
        }
        if (parameters.length != count(sizes)) {
            throw new IllegalArgumentException("parameters must be " + count(sizes) + " numbers for sizes "
                    + Arrays.toString(sizes) + ", was " + parameters.length);
        }
        this.sizes = sizes.clone();
        this.parameters = parameters;
        starts = new int[sizes.length];
        for (int layer = 1; layer < sizes.length; layer++) {
            starts[layer] = starts[layer - 1] + (layer == 1 ? 0 : sizes[layer - 1]);
        }
    }

    /** Makes a network with random weights (He et al. 2015; a tenth of it in the last layer), biases 0. */
    public static MultilayerPerceptron random(int[] sizes, RandomGenerator random) {
        var parameters = new float[count(sizes)];
        int at = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            double deviation = Math.sqrt(2.0 / sizes[layer - 1]) * (layer == sizes.length - 1 ? 0.1 : 1);
            for (int w = 0; w < sizes[layer - 1] * sizes[layer]; w++) {
                parameters[at++] = (float) (random.nextGaussian() * deviation);
            }
            at += sizes[layer];
        }
        return new MultilayerPerceptron(sizes, parameters);
    }

    private static int count(int[] sizes) {
        int count = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            count += (sizes[layer - 1] + 1) * sizes[layer];
        }
        return count;
    }

    /** Returns the numbers of units: input, hidden layers, output. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Returns the parameters themselves. */
    public float[] parameters() {
        return parameters;
    }

    /** Returns a new array for the units of all layers after the input; the output's are the last ones. */
    public float[] activations() {
        return new float[starts[sizes.length - 1] + sizes[sizes.length - 1]];
    }

    /** Returns where the output begins in the activations. */
    public int outputStart() {
        return starts[sizes.length - 1];
    }

    /**
     * Computes the units of all layers.
     *
     * @param input holds the input
     * @param from where it begins
     * @param activations from {@link #activations}; overwritten
     */
    public void forward(float[] input, int from, float[] activations) {
        int weights = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            boolean first = layer == 1;
            int width = sizes[layer];
            int out = starts[layer];
            System.arraycopy(parameters, weights + sizes[layer - 1] * width, activations, out, width);
            for (int i = 0; i < sizes[layer - 1]; i++) {
                float x = first ? input[from + i] : activations[starts[layer - 1] + i];
                if (x != 0) {
                    int row = weights + i * width;
                    for (int j = 0; j < width; j++) {
                        activations[out + j] += x * parameters[row + j];
                    }
                }
            }
            if (layer < sizes.length - 1) {
                for (int j = out; j < out + width; j++) {
                    activations[j] = Math.max(0, activations[j]);
                }
            }
            weights += (sizes[layer - 1] + 1) * width;
        }
    }

    /**
     * Adds the slopes of a loss in all parameters (backpropagation).
     *
     * @param input as given to {@link #forward}
     * @param activations as {@link #forward} left them
     * @param slopes as long as the activations, with the slopes of the loss in the output at its end; overwritten
     * @param gradient as long as the parameters
     */
    public void backward(float[] input, int from, float[] activations, float[] slopes, float[] gradient) {
        int weights = parameters.length;
        for (int layer = sizes.length - 1; layer > 0; layer--) {
            int width = sizes[layer];
            int out = starts[layer];
            weights -= (sizes[layer - 1] + 1) * width;
            int biases = weights + sizes[layer - 1] * width;
            for (int j = 0; j < width; j++) {
                gradient[biases + j] += slopes[out + j];
            }
            for (int i = 0; i < sizes[layer - 1]; i++) {
                float x = layer == 1 ? input[from + i] : activations[starts[layer - 1] + i];
                float slope = 0;
                if (x != 0) {
                    int row = weights + i * width;
                    for (int j = 0; j < width; j++) {
                        gradient[row + j] += x * slopes[out + j];
                    }
                    if (layer > 1) {
                        for (int j = 0; j < width; j++) {
                            slope += slopes[out + j] * parameters[row + j];
                        }
                    }
                }
                if (layer > 1) {
                    slopes[starts[layer - 1] + i] = slope;
                }
            }
        }
    }
}
