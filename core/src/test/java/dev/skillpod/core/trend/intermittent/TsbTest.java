package dev.skillpod.core.trend.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class TsbTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new Tsb();
    }

    /** One demand gives no weights to estimate: 0.1. The probability is 1/4, then 0.225, 0.3025, 0.27225, 0.245025; the size 8. */
    @Test
    void multipliesSizeAndProbability() {
        double[] mean =
                forecaster().fit(TimeSeries.of(new double[] {0, 8, 0, 0}, 1)).mean(2);

        assertThat(mean).containsExactly(new double[] {8 * 0.245025, 8 * 0.245025}, within(1e-12));
    }

    @Test
    void forgetsADemandThatHasEnded() {
        double[] values = new double[100];
        for (int t = 0; t < 50; t += 2) {
            values[t] = 10;
        }
        TimeSeries ended = TimeSeries.of(values, 1);

        double faded = forecaster().fit(ended).mean(1)[0];
        assertThat(faded).isLessThan(0.5);
        // 5 per step while it lasted, 2.5 over the whole series: Croston's method does not notice the end
        assertThat(new CrostonSba().fit(ended).mean(1)[0]).isGreaterThan(2.5);
        assertThat(forecaster().fit(ended.head(50)).mean(1)[0]).isCloseTo(5, within(0.5));
    }

    @Test
    void answersNothingWithNothing() {
        assertThat(forecaster().fit(TimeSeries.of(new double[20], 12)).mean(3)).containsOnly(0);
    }
}
