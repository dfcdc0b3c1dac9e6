package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinTraceTest extends ReconciliationConformance {
    @Override
    Reconciliation reconciliation() {
        return new MinTrace();
    }

    /** The formula as printed: S (S′ W⁻¹ S)⁻¹ S′ W⁻¹ ŷ, with the summing matrix of total 0 = 1 + 2, 1 = 3 + 4, 2 = 5 + 6. */
    @Test
    void equalsTheDenseFormula() {
        var hierarchy = Hierarchy.of(7, List.of(new Grouping(0, 1, 2), new Grouping(1, 3, 4), new Grouping(2, 5, 6)));
        double[][] sums = {
            {1, 1, 1, 1}, {1, 1, 0, 0}, {0, 0, 1, 1}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}
        };
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            var past = new FamilyPast(
                    new double[][] {{-1}, {0}, {0}, {0}, {0}, {0}, {0}},
                    Markets.matrix(7, 10, random::nextGaussian),
                    random.doubles(7, 0.5, 3).toArray());
            double[][] base = Markets.matrix(7, 2, () -> random.nextGaussian() * 10);
            double[][] w = ShrunkCorrelation.of(past.errors()).matrix();
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    w[i][j] *= past.expectedErrors()[i] * past.expectedErrors()[j];
                }
            }
            double[][] weighted = times(transposed(sums), inverse(w));
            double[][] expected = times(sums, times(inverse(times(weighted, sums)), times(weighted, base)));

            double[][] result = reconciliation().reconcile(hierarchy, past, base);

            for (int i = 0; i < 7; i++) {
                assertThat(result[i]).containsExactly(expected[i], within(1e-8));
            }
        }
    }

    @Test
    void changesMostWhatWasWorst() {
        var hierarchy = Hierarchy.of(3, List.of(new Grouping(0, 1, 2)));
        var past = new FamilyPast(new double[3][1], new double[3][0], new double[] {1, 2, 4});

        // The gap of 21 is shared by variances 1 : 4 : 16.
        assertThat(reconciliation().reconcile(hierarchy, past, new double[][] {{121}, {50}, {50}}))
                .satisfies(result -> {
                    assertThat(result[0][0]).isCloseTo(120, within(1e-9));
                    assertThat(result[1][0]).isCloseTo(54, within(1e-9));
                    assertThat(result[2][0]).isCloseTo(66, within(1e-9));
                });
    }

    @Test
    void shrinksChanceCorrelationsAndKeepsRealOnes() {
        var random = new Random(8);
        double[][] chance = Markets.matrix(10, 12, random::nextGaussian);
        double[] common = random.doubles(200).map(v -> v - 0.5).toArray();
        double[][] real = new double[4][200];
        for (double[] row : real) {
            Arrays.setAll(row, t -> common[t] + 0.05 * random.nextGaussian());
        }

        // Ten series of 12 errors of pure chance: an intensity of 1 in expectation; four that are nearly one: near 0.
        assertThat(ShrunkCorrelation.of(chance).intensity()).isGreaterThan(0.6);
        assertThat(ShrunkCorrelation.of(real).intensity()).isLessThan(0.05);
        assertThat(ShrunkCorrelation.of(real).matrix()[1][2]).isGreaterThan(0.9);
    }

    private static double[][] times(double[][] a, double[][] b) {
        var product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] a) {
        var result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    /** Gauss and Jordan, with the greatest pivot. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        var work = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, n);
            work[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column; i < n; i++) {
                pivot = Math.abs(work[i][column]) > Math.abs(work[pivot][column]) ? i : pivot;
            }
            double[] row = work[pivot];
            work[pivot] = work[column];
            work[column] = row;
            double by = row[column];
            for (int k = 0; k < 2 * n; k++) {
                row[k] /= by;
            }
            for (int i = 0; i < n; i++) {
                double factor = work[i][column];
                for (int k = 0; k < 2 * n && i != column; k++) {
                    work[i][k] -= factor * row[k];
                }
            }
        }
        return Arrays.stream(work).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new);
    }
}
