package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Golden values: statsmodels 0.15.0, printed by {@code python benchmarks/arima/golden.py}. */
class ArmaEstimatorTest {
    @Test
    void findsTheMaximumOfTheLikelihoodOfAnArmaProcess() {
        double[] values = Simulated.golden();
        ArmaEstimate estimate = estimate(values, new ArimaOrders(1, 0, 1, 0, 0, 0, 1, true));

        assertThat(estimate.parameters()).containsExactly(new double[] {0.66613, 0.21657}, within(2e-3));
        // AICc of four numbers (two coefficients, mean, variance)
        assertThat(estimate.criterion()).isCloseTo(19.30327 + 8 * 100 / 95.0, within(2e-4));
        assertThat(new ArmaEstimator(values, 1).forecast(estimate).means(3))
                .containsExactly(new double[] {5.50450, 5.31970, 5.19660}, within(2e-3));
    }

    @Test
    void findsTheMaximumOfTheLikelihoodOfASeasonalProcess() {
        double[] values = airline();
        ArmaEstimate estimate = estimate(values, new ArimaOrders(0, 1, 1, 0, 1, 1, 12, false));

        assertThat(estimate.parameters()).containsExactly(new double[] {-0.44875, -0.55926}, within(2e-3));
        assertThat(estimate.criterion()).isCloseTo(38.47049 + 6 * 95 / 91.0, within(2e-4));
        assertThat(new ArmaEstimator(values, 12).forecast(estimate).means(13))
                .containsExactly(
                        new double[] {
                            -0.12885, 0.17261, -0.04464, -0.09194, 0.24255, 0.05480, -0.27928, 0.21616, -0.05257,
                            -0.11360, -0.07083, 0.13564, -0.03639
                        },
                        within(2e-3));
    }

    @Test
    void leavesOutExactStepsForAHopelessForm() {
        var estimator = new ArmaEstimator(Simulated.golden(), 1);
        var orders = new ArimaOrders(0, 0, 1, 0, 0, 0, 1, true);
        ArmaEstimate rough = estimator.estimate(orders, null, 50, -1000);
        ArmaEstimate full = estimator.estimate(orders, null, 50, Double.POSITIVE_INFINITY);

        assertThat(full.criterion()).isLessThan(rough.criterion());
    }

    @Test
    void keepsCommonCoefficientsInAnotherShape() {
        var estimate =
                new ArmaEstimate(new ArimaOrders(2, 0, 1, 1, 0, 0, 4, true), new double[] {0.1, 0.2, 0.3, 0.4}, 0);

        assertThat(estimate.laidInto(new ArmaShape(1, 1, 2, 1, 4))).containsExactly(0.1, 0.3, 0.4, 0, 0);
    }

    private static ArmaEstimate estimate(double[] values, ArimaOrders orders) {
        return new ArmaEstimator(values, orders.period()).estimate(orders, null, 50, Double.POSITIVE_INFINITY);
    }

    private static double[] airline() {
        double[] b = new double[13];
        b[0] = -0.4;
        b[11] = -0.6;
        b[12] = 0.24;
        return Simulated.tail(Simulated.arma(Simulated.shocks(108), new double[0], b), 95);
    }
}
