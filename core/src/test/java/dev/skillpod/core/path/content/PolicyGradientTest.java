package dev.skillpod.core.path.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.content.PolicyGradient.Step;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyGradientTest {
    private static final double ENTROPY = 0.1;

    private final SplittableRandom random = new SplittableRandom(2);
    private final MultilayerPerceptron network = MultilayerPerceptron.random(PathPolicy.shape(), random);
    private final Step step = step();

    private Step step() {
        var rows = new float[3 * PolicyFeatures.COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        return new Step(rows, 3, new boolean[] {true, false, true});
    }

    /** The loss of which the slopes are summed, computed from its definition. */
    private double loss(double weight) {
        float[] units = network.activations();
        var e = new double[3];
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            network.forward(step.rows(), k * PolicyFeatures.COLUMNS, units);
            e[k] = Math.exp(units[network.outputStart()]);
            sum += e[k];
        }
        double chosen = 0;
        double entropy = 0;
        for (int k = 0; k < 3; k++) {
            double p = e[k] / sum;
            chosen += step.chosen()[k] ? p : 0;
            entropy -= p * Math.log(p);
        }
        return -weight * Math.log(chosen) - ENTROPY * entropy;
    }

    @Test
    void slopesAreThoseOfTheLoss() {
        var gradient = new PolicyGradient(network);
        gradient.add(step, 2, ENTROPY);
        float[] parameters = network.parameters();
        int checked = 0;
        for (int i = 0; i < parameters.length; i += 17) {
            float before = parameters[i];
            float h = 1e-2f;
            parameters[i] = before + h;
            double up = loss(2);
            parameters[i] = before - h;
            double down = loss(2);
            parameters[i] = before;
            // Central differences of single-precision sums: right to about 1e-4 here.
            assertThat((double) gradient.sum()[i]).isCloseTo((up - down) / (2 * h), within(2e-3));
            checked++;
        }
        assertThat(checked).isGreaterThan(40);
    }
}
