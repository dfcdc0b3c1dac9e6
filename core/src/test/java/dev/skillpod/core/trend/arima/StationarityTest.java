package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Golden values: statsmodels 0.15.0, printed by {@code python benchmarks/arima/golden.py}. */
class StationarityTest {
    @Test
    void kpssStatisticIsThatOfStatsmodels() {
        double[] values = Simulated.golden();
        double[] sums = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            sums[t] = values[t] - 5 + (t > 0 ? sums[t - 1] : 0);
        }

        assertThat(KpssTest.statistic(values)).isCloseTo(0.234632, within(1e-5));
        assertThat(KpssTest.statistic(sums)).isCloseTo(1.686415, within(1e-5));
        assertThat(KpssTest.refuses(values)).isFalse();
        assertThat(KpssTest.refuses(sums)).isTrue();
        assertThat(KpssTest.statistic(new double[] {2, 2, 2})).isZero();
    }

    @Test
    void seasonalStrengthIsThatOfStatsmodels() {
        double[] shocks = Simulated.shocks(60);
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = Math.sin(2 * Math.PI * t / 12) + 0.05 * t + 2 * shocks[t];
        }

        assertThat(SeasonalStrength.of(values, 12)).isCloseTo(0.715125, within(1e-3));
    }

    @Test
    void aLineHasNoSeasonAndAWaveNothingElse() {
        double[] wave = new double[48];
        for (int t = 0; t < wave.length; t++) {
            wave[t] = Math.sin(2 * Math.PI * t / 12) + 0.01 * t;
        }
        assertThat(SeasonalStrength.of(wave, 12)).isGreaterThan(0.99);
        assertThat(SeasonalStrength.of(new double[48], 12)).isZero();
        assertThat(SeasonalStrength.of(Simulated.normal(240, 3), 12)).isLessThan(0.64);
    }

    @Test
    void differencesAreAddedUpAgain() {
        double[] values = Simulated.normal(60, 2);
        var orders = new ArimaOrders(0, 1, 0, 0, 1, 0, 12, false);
        double[] differences = Differences.of(values, orders);
        double[] past = Arrays.copyOf(values, 40);

        assertThat(Differences.sum(past, Simulated.tail(differences, 20), orders))
                .containsExactly(Simulated.tail(values, 20), within(1e-10));
    }

    @Test
    void levenbergMarquardtFindsTheBottomOfRosenbrocksValley() {
        double[] point = {-1.2, 1};
        var function = new LevenbergMarquardt.Residuals() {
            @Override
            public double at(double[] p, double[] out) {
                out[0] = 10 * (p[1] - p[0] * p[0]);
                out[1] = 1 - p[0];
                return out[0] * out[0] + out[1] * out[1];
            }

            @Override
            public void derivatives(double[] p, double[] out, double[][] rows) {
                rows[0][0] = -20 * p[0];
                rows[1][0] = 10;
                rows[0][1] = -1;
                rows[1][1] = 0;
            }
        };
        double sum = new LevenbergMarquardt(2, 2).minimise(function, point, 100, 1e-12);

        assertThat(sum).isLessThan(1e-10);
        assertThat(point).containsExactly(new double[] {1, 1}, within(1e-4));
    }
}
