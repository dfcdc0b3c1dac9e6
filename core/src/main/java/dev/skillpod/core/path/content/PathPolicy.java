package dev.skillpod.core.path.content;

import dev.skillpod.core.math.MultilayerPerceptron;

/**
 * A small network that says how likely a good path goes on with each content that may come next. It looks at nothing but the columns of
 * {@link PolicyFeatures}, so that it knows no content, skill or learner by name and serves any catalogue. Immutable by convention and
 * thread-safe.
 */
public final class PathPolicy {
    /** The name of the kind of policy, which changes with its columns. */
    public static final String NAME = "path-policy-1";

    private static final int FIRST_LAYER = 24;
    private static final int SECOND_LAYER = 12;

    private final MultilayerPerceptron network;

    /**
     * Makes a policy of the network's parameters.
     *
     * @param sizes numbers of units: as many inputs as there are columns, hidden layers, one output
     * @param parameters as {@link MultilayerPerceptron} orders them
     * @throws IllegalArgumentException when they are not those of such a network, or not finite
     */
    public PathPolicy(int[] sizes, float[] parameters) {
        this(new MultilayerPerceptron(sizes, parameters.clone()));
        if (sizes[0] != PolicyFeatures.COLUMNS || sizes[sizes.length - 1] != 1) {
            throw new IllegalArgumentException("a path policy must have %d inputs and 1 output, had %d and %d"
                    .formatted(PolicyFeatures.COLUMNS, sizes[0], sizes[sizes.length - 1]));
        }
        for (float parameter : parameters) {
            if (!Float.isFinite(parameter)) {
                throw new IllegalArgumentException("parameters of a path policy must be finite");
            }
        }
    }

    PathPolicy(MultilayerPerceptron network) {
        this.network = network;
    }

    /** Returns the shape of a network that is to be trained. */
    static int[] shape() {
        return new int[] {PolicyFeatures.COLUMNS, FIRST_LAYER, SECOND_LAYER, 1};
    }

    /** Returns the numbers of units. */
    public int[] sizes() {
        return network.sizes();
    }

    /** Returns a copy of the parameters. */
    public float[] parameters() {
        return network.parameters().clone();
    }

    MultilayerPerceptron network() {
        return network;
    }
}
