package dev.skillpod.core.path.content;

import dev.skillpod.core.math.MultilayerPerceptron;
import java.util.Arrays;

/**
 * Slopes of a policy's losses in its parameters, over the steps of paths. Sums are made in a fixed order. Not thread-safe: one instance
 * per thread or problem.
 */
final class PolicyGradient {
    private final MultilayerPerceptron network;
    private final float[] gradient;
    private final float[] slopes;
    private float[][] units = new float[0][];
    private double[] probability = new double[0];

    PolicyGradient(MultilayerPerceptron network) {
        this.network = network;
        this.gradient = new float[network.parameters().length];
        this.slopes = network.activations();
    }

    /** One step of a path: what could come next, and what did, or would be as good. */
    record Step(float[] rows, int count, boolean[] chosen) {
        static Step of(PolicyFeatures seen, boolean[] chosen) {
            return new Step(Arrays.copyOf(seen.rows(), seen.count() * PolicyFeatures.COLUMNS), seen.count(), chosen);
        }
    }

    /** Returns the slopes summed so far. */
    float[] sum() {
        return gradient;
    }

    /**
     * Adds the slopes of {@code -weight log P(any of the chosen) - entropy H}.
     *
     * @return the logarithm of the probability of what was chosen
     */
    double add(Step step, double weight, double entropy) {
        int n = step.count();
        if (units.length < n) {
            int had = units.length;
            units = Arrays.copyOf(units, n);
            for (int k = had; k < n; k++) {
                units[k] = network.activations();
            }
            probability = new double[n];
        }
        int out = network.outputStart();
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            network.forward(step.rows(), k * PolicyFeatures.COLUMNS, units[k]);
            most = Math.max(most, units[k][out]);
        }
        double whole = 0;
        double chosen = 0;
        for (int k = 0; k < n; k++) {
            probability[k] = Math.exp(units[k][out] - most);
            whole += probability[k];
            chosen += step.chosen()[k] ? probability[k] : 0;
        }
        double expectedLog = 0;
        for (int k = 0; k < n; k++) {
            probability[k] /= whole;
            expectedLog += probability[k] * Math.log(Math.max(1e-12, probability[k]));
        }
        chosen = Math.max(1e-12, chosen / whole);
        for (int k = 0; k < n; k++) {
            double p = probability[k];
            double slope = weight * (p - (step.chosen()[k] ? p / chosen : 0))
                    + entropy * p * (Math.log(Math.max(1e-12, p)) - expectedLog);
            Arrays.fill(slopes, 0);
            slopes[out] = (float) slope;
            network.backward(step.rows(), k * PolicyFeatures.COLUMNS, units[k], slopes, gradient);
        }
        return Math.log(chosen);
    }
}
