package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Slopes by backpropagation against differences of the loss. Floats: a step of 1e-2 leaves errors of about 1e-3. */
class NetworkGradientTest {
    private static final float STEP = 1e-2f;
    private static final float TOLERANCE = 4e-3f;

    @Test
    void perceptron() {
        var random = new SplittableRandom(4);
        MultilayerPerceptron network = MultilayerPerceptron.random(new int[] {3, 5, 4, 2}, random);
        float[] input = {0.3f, 0, -1.2f};
        float[] activations = network.activations();
        DoubleSupplier loss = () -> {
            network.forward(input, 0, activations);
            int out = network.outputStart();
            return activations[out] * 0.7 - activations[out + 1] * 1.3;
        };
        loss.getAsDouble();
        float[] slopes = network.activations();
        slopes[network.outputStart()] = 0.7f;
        slopes[network.outputStart() + 1] = -1.3f;
        var gradient = new float[network.parameters().length];

        network.backward(input, 0, activations, slopes, gradient);

        check(network.parameters(), gradient, loss);
    }

    @Test
    void recurrentUnitOverThreeSteps() {
        var random = new SplittableRandom(5);
        GatedRecurrentUnit unit = GatedRecurrentUnit.random(3, 4, random);
        int[] tokens = {0, 2, 2};
        var states = new float[4 * 4];
        var traces = new float[3 * unit.traceLength()];
        DoubleSupplier loss = () -> {
            for (int t = 0; t < 3; t++) {
                unit.step(tokens[t], states, t * 4, states, (t + 1) * 4, traces, t * unit.traceLength());
            }
            return states[12] - 2 * states[13] + 0.5 * states[15];
        };
        loss.getAsDouble();
        float[] slopes = {1, -2, 0, 0.5f};
        var gradient = new float[unit.parameters().length];

        for (int t = 2; t >= 0; t--) {
            unit.backward(tokens[t], states, t * 4, slopes, traces, t * unit.traceLength(), gradient);
        }

        check(unit.parameters(), gradient, loss);
    }

    @Test
    void adamFindsTheBottomOfABowl() {
        float[] point = {3, -2};
        var gradient = new float[2];
        var adam = new Adam(2);
        for (int step = 0; step < 2000; step++) {
            gradient[0] = 2 * (point[0] - 1);
            gradient[1] = 20 * (point[1] + 1);
            adam.step(point, gradient, 1, 0.02);
        }
        assertThat(point).containsExactly(new float[] {1, -1}, within(0.01f));
    }

    private static void check(float[] parameters, float[] gradient, DoubleSupplier loss) {
        for (int i = 0; i < parameters.length; i++) {
            float kept = parameters[i];
            parameters[i] = kept + STEP;
            double above = loss.getAsDouble();
            parameters[i] = kept - STEP;
            double below = loss.getAsDouble();
            parameters[i] = kept;
            assertThat(gradient[i])
                    .as("parameter " + i)
                    .isCloseTo((float) ((above - below) / (2 * STEP)), within(TOLERANCE));
        }
    }
}
