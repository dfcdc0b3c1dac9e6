package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConditionalResidualsTest {
    private static final ArmaShape SHAPE = new ArmaShape(2, 1, 1, 2, 4);
    private static final double[] POINT = {0.5, -0.3, 0.4, 0.6, -0.5, 0.2};
    private static final double[] VALUES = Simulated.normal(60, 1);

    /** The twin multiplies the polynomials out and follows the definition. */
    @Test
    void equalsTheRecursionWithThePolynomialsMultipliedOut() {
        double[] a = product(new double[] {1, -0.5, 0.3}, new double[] {1, 0, 0, 0, -0.4});
        double[] b = product(new double[] {1, 0.6}, new double[] {1, 0, 0, 0, -0.5, 0, 0, 0, 0.2});
        double[] expected = new double[VALUES.length];
        for (int t = 0; t < VALUES.length; t++) {
            for (int k = 0; k <= Math.min(t, a.length - 1); k++) {
                expected[t] += a[k] * VALUES[t - k];
            }
            for (int k = 1; k <= Math.min(t, b.length - 1); k++) {
                expected[t] -= b[k] * expected[t - k];
            }
        }

        double[] residuals = new double[VALUES.length];
        double sum = new ConditionalResiduals(SHAPE, VALUES).at(POINT, residuals);

        assertThat(residuals).containsExactly(expected, within(1e-12));
        double squares = 0;
        for (double e : expected) {
            squares += e * e;
        }
        assertThat(sum).isCloseTo(squares, within(1e-10));
    }

    @Test
    void derivativesEqualQuotientsOfDifferences() {
        var function = new ConditionalResiduals(SHAPE, VALUES);
        double[] residuals = new double[VALUES.length];
        function.at(POINT, residuals);
        double[][] rows = new double[POINT.length][VALUES.length];
        function.derivatives(POINT, residuals, rows);

        double[] above = new double[VALUES.length];
        double[] below = new double[VALUES.length];
        for (int j = 0; j < POINT.length; j++) {
            double[] moved = POINT.clone();
            moved[j] += 1e-5;
            function.at(moved, above);
            moved[j] -= 2e-5;
            function.at(moved, below);
            for (int t = 0; t < VALUES.length; t++) {
                assertThat(rows[j][t]).isCloseTo((above[t] - below[t]) / 2e-5, within(1e-6));
            }
        }
    }

    @Test
    void multipliesFactorsOut() {
        double[] a = new double[SHAPE.autoregressiveLag() + 1];
        double[] b = new double[SHAPE.movingAverageLag() + 1];
        SHAPE.autoregressive(POINT, a);
        SHAPE.movingAverage(POINT, b);

        assertThat(a).containsExactly(new double[] {0, 0.5, -0.3, 0, 0.4, -0.2, 0.12}, within(1e-12));
        assertThat(b).containsExactly(new double[] {1, 0.6, 0, 0, -0.5, -0.3, 0, 0, 0.2, 0.12}, within(1e-12));
    }

    /** Roots of 1 − 1.2 z + 0.3 z² are 1.17 and 2.83; of 1 − 1.2 z + 0.1 z² 0.90 and 11.1; of 1 + 0.2 z − 1.1 z² 0.87. */
    @Test
    void admitsStationaryAndInvertibleOnly() {
        var shape = new ArmaShape(2, 0, 0, 0, 1);
        assertThat(shape.admits(new double[] {1.2, -0.3})).isTrue();
        assertThat(shape.admits(new double[] {1.2, -0.1})).isFalse();
        assertThat(shape.admits(new double[] {-0.2, 1.1})).isFalse();
        assertThat(new ArmaShape(0, 0, 2, 0, 1).admits(new double[] {-1.2, 0.1}))
                .isFalse();
        assertThat(new ArmaShape(0, 0, 1, 1, 12).admits(new double[] {0.5, -1.01}))
                .isFalse();
        assertThat(shape.admits(new double[] {Double.NaN, 0})).isFalse();
    }

    @Test
    void keepsClearOfTheUnitCircleAsR() {
        var shape = new ArmaShape(1, 0, 0, 0, 1);
        assertThat(shape.keepsClear(new double[] {0.98})).isTrue();
        assertThat(shape.keepsClear(new double[] {0.995})).isFalse();
        assertThat(shape.admits(new double[] {0.995})).isTrue();
    }

    private static double[] product(double[] x, double[] y) {
        double[] product = new double[x.length + y.length - 1];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                product[i + j] += x[i] * y[j];
            }
        }
        return product;
    }
}
