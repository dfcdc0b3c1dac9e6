package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactLikelihoodTest {
    private static final int LENGTH = 40;
    private static final int HORIZON = 9;

    private record Case(ArmaShape shape, double[] point, boolean constant) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new ArmaShape(0, 0, 0, 0, 1), new double[0], true),
                new Case(new ArmaShape(1, 0, 0, 0, 1), new double[] {0.8}, true),
                new Case(new ArmaShape(0, 0, 2, 0, 1), new double[] {0.5, 0.4}, false),
                new Case(new ArmaShape(2, 0, 1, 0, 1), new double[] {0.5, 0.3, -0.7}, true),
                new Case(new ArmaShape(1, 1, 1, 1, 4), new double[] {0.6, 0.5, 0.3, -0.7}, true),
                new Case(new ArmaShape(0, 0, 1, 1, 12), new double[] {-0.4, -0.9}, false),
                new Case(new ArmaShape(0, 2, 3, 0, 4), new double[] {0.4, 0.2, 0.1, 0.2, 0.3}, false));
    }

    /** The twin builds the whole covariance matrix from 4,000 ψ weights and uses elimination. */
    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheDensityWithTheWholeCovarianceMatrix(Case c) {
        double[] values = values();
        double[] covariances = covariances(c);
        double[][] matrix = matrix(covariances, LENGTH);
        double mean = c.constant ? mean(matrix, values) : 0;
        double[] centred = minus(values, mean);
        double quadratic = dot(centred, solve(matrix, centred));
        double expected = LENGTH * (Math.log(2 * Math.PI * quadratic / LENGTH) + 1) + logDeterminant(matrix);

        var exact = new ExactLikelihood(c.shape, values, c.constant);

        assertThat(exact.deviance(c.point, new double[LENGTH])).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forecastsTheConditionalExpectation(Case c) {
        double[] values = values();
        double[] covariances = covariances(c);
        double[][] matrix = matrix(covariances, LENGTH);
        double mean = c.constant ? mean(matrix, values) : 0;
        double[] weights = solve(matrix, minus(values, mean));

        double[] means = new ExactLikelihood(c.shape, values, c.constant)
                .forecast(c.point)
                .means(HORIZON);

        for (int h = 0; h < HORIZON; h++) {
            double expected = mean;
            for (int t = 0; t < LENGTH; t++) {
                expected += weights[t] * covariances[LENGTH + h - t];
            }
            assertThat(means[h]).isCloseTo(expected, within(1e-6));
        }
    }

    /** The rows of the factor stop changing; what is then reused must not matter. */
    @Test
    void isExactAlsoWhereRowsAreReused() {
        double[] values = Simulated.normal(400, 9);
        var c = new Case(new ArmaShape(1, 0, 2, 0, 1), new double[] {0.5, 0.3, 0.2}, true);
        double[][] matrix = matrix(covariances(c), values.length);
        double[] centred = minus(values, mean(matrix, values));
        double quadratic = dot(centred, solve(matrix, centred));

        double deviance = new ExactLikelihood(c.shape, values, true).deviance(c.point, new double[400]);

        assertThat(deviance)
                .isCloseTo(400 * (Math.log(2 * Math.PI * quadratic / 400) + 1) + logDeterminant(matrix), within(1e-6));
    }

    private static double[] values() {
        double[] values = Simulated.normal(LENGTH, 4);
        for (int t = 0; t < LENGTH; t++) {
            values[t] += 3;
        }
        return values;
    }

    private static double[] covariances(Case c) {
        double[] a = new double[c.shape.autoregressiveLag() + 1];
        double[] b = new double[c.shape.movingAverageLag() + 1];
        c.shape.autoregressive(c.point, a);
        c.shape.movingAverage(c.point, b);
        double[] psi = new double[4000];
        for (int k = 0; k < psi.length; k++) {
            psi[k] = k < b.length ? b[k] : 0;
            for (int j = 1; j <= Math.min(k, a.length - 1); j++) {
                psi[k] += a[j] * psi[k - j];
            }
        }
        double[] covariances = new double[401];
        for (int lag = 0; lag < covariances.length; lag++) {
            for (int k = lag; k < psi.length; k++) {
                covariances[lag] += psi[k] * psi[k - lag];
            }
        }
        return covariances;
    }

    private static double[][] matrix(double[] covariances, int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = covariances[Math.abs(i - j)];
            }
        }
        return matrix;
    }

    private static double mean(double[][] matrix, double[] values) {
        double[] ones = minus(new double[values.length], -1);
        double[] weights = solve(matrix, ones);
        return dot(weights, values) / dot(weights, ones);
    }

    private static double[] minus(double[] values, double mean) {
        double[] centred = values.clone();
        for (int t = 0; t < centred.length; t++) {
            centred[t] -= mean;
        }
        return centred;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t] * y[t];
        }
        return sum;
    }

    private static double[] solve(double[][] matrix, double[] right) {
        double[][] rest = eliminated(matrix, right);
        int n = right.length;
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            solution[i] = rest[i][n];
            for (int j = i + 1; j < n; j++) {
                solution[i] -= rest[i][j] * solution[j];
            }
            solution[i] /= rest[i][i];
        }
        return solution;
    }

    private static double logDeterminant(double[][] matrix) {
        double[][] rest = eliminated(matrix, new double[matrix.length]);
        double sum = 0;
        for (int i = 0; i < rest.length; i++) {
            sum += Math.log(rest[i][i]);
        }
        return sum;
    }

    /** Gaussian elimination without exchanges, which positive definite matrices do not need. */
    private static double[][] eliminated(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] rest = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, rest[i], 0, n);
            rest[i][n] = right[i];
        }
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = rest[i][k] / rest[k][k];
                for (int j = k; j <= n; j++) {
                    rest[i][j] -= factor * rest[k][j];
                }
            }
        }
        return rest;
    }
}
