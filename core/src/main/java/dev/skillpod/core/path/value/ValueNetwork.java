package dev.skillpod.core.path.value;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.belief.BeliefFeatures;
import dev.skillpod.core.path.belief.BeliefValue;
import java.util.List;

/**
 * Values a belief by the mean of one or more networks over its {@link BeliefFeatures}; outputs are squashed to (0, 1). Immutable and
 * thread-safe.
 */
public final class ValueNetwork implements BeliefValue {
    private final BeliefFeatures features;
    private final List<MultilayerPerceptron> networks;

    /**
     * Makes a value.
     *
     * @param networks at least one, with one output each; their parameters must not change any more
     * @throws IllegalArgumentException when a network does not fit the features
     */
    public ValueNetwork(BeliefFeatures features, List<MultilayerPerceptron> networks) {
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one network");
        }
        for (MultilayerPerceptron network : networks) {
            int[] sizes = network.sizes();
            if (sizes[0] != features.length() || sizes[sizes.length - 1] != 1) {
                throw new IllegalArgumentException("a network must have " + features.length()
                        + " inputs and 1 output, had " + sizes[0] + " and " + sizes[sizes.length - 1]);
            }
        }
        this.features = features;
        this.networks = List.copyOf(networks);
    }

    /** Returns the networks; their parameters must not be changed. */
    public List<MultilayerPerceptron> networks() {
        return networks;
    }

    @Override
    public double of(double[] particles, int from, int count, int[] goal, int last, int stepsLeft) {
        var row = new float[features.length()];
        features.write(particles, from, count, goal, last, stepsLeft, row, 0);
        double sum = 0;
        for (MultilayerPerceptron network : networks) {
            float[] activations = network.activations();
            network.forward(row, 0, activations);
            sum += 1 / (1 + Math.exp(-activations[network.outputStart()]));
        }
        return sum / networks.size();
    }
}
