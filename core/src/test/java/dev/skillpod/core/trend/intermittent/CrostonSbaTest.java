package dev.skillpod.core.trend.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrostonSbaTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new CrostonSba();
    }

    /** One demand gives no weight to estimate: 0.1. Size 8; intervals 4 at the start and 2 seen, so x = 3.8; bias 1 + 0.1 / 1.9 (1 − 1 / 3.8). */
    @Test
    void dividesSizeByIntervalAndBias() {
        double[] mean =
                forecaster().fit(TimeSeries.of(new double[] {0, 8, 0, 0}, 1)).mean(2);

        double expected = 8 / 3.8 / (1 + 0.1 / 1.9 * (1 - 1 / 3.8));
        assertThat(mean).containsExactly(new double[] {expected, expected}, within(1e-12));
    }

    /**
     * Demands of 1 to 9 at a fifth of the steps: 1 per step. Smoothed with a weight a, sizes (deviation 2.6 of 5) and intervals (4.5 of 5) leave a
     * relative deviation of √(a / (2 − a)) times 1.04: 0.24 for a = 0.1, and 0.03 for the mean over 60 series; the bound is three of that.
     */
    @Test
    void isNotBiased() {
        var random = new Random(17);
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            double[] values = new double[2000];
            for (int t = 0; t < values.length; t++) {
                values[t] = random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 0;
            }
            sum += forecaster().fit(TimeSeries.of(values, 1)).mean(1)[0];
        }
        assertThat(sum / 60).isCloseTo(1, within(0.1));
    }

    @Test
    void answersNothingWithNothing() {
        var fitted = forecaster().fit(TimeSeries.of(new double[20], 12));

        assertThat(fitted.mean(3)).containsOnly(0);
        assertThat(fitted.deviation(3)).containsOnly(0);
    }
}
