package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every reconciliation promises. A subclass names it. */
abstract class ReconciliationConformance {
    abstract Reconciliation reconciliation();

    @Test
    void addsUpAndIsNeverNegativeForCounts() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            for (Hierarchy hierarchy : new Hierarchy[] {Markets.twoGroupings(), Markets.crossTable()}) {
                if (reconciliation().accepts(hierarchy)) {
                    int size = hierarchy.size();
                    // Sizes from 1e-3 to 1e6, and some forecasts below zero, so that zeros have to be forced.
                    double[][] base = Markets.matrix(
                            size, 3, () -> Math.pow(10, random.nextDouble() * 9 - 3) * (random.nextInt(5) - 1));
                    double[][] before = Arrays.stream(base).map(double[]::clone).toArray(double[][]::new);

                    double[][] result = reconciliation().reconcile(hierarchy, Markets.randomPast(size, random), base);

                    assertThat(hierarchy.mismatch(result)).isLessThan(1e-9);
                    assertThat(Arrays.stream(result).flatMapToDouble(Arrays::stream))
                            .allMatch(value -> value >= 0 && Double.isFinite(value));
                    assertThat(base).isDeepEqualTo(before);
                }
            }
        }
    }

    @Test
    void leavesForecastsThatAddUp() {
        double[][] base = {{10, 0}, {5, 0}, {3, 0}, {2, 0}, {6, 0}, {4, 0}, {1, 0}, {5, 0}};
        var past = new FamilyPast(base, new double[8][0], new double[] {3, 1, 1, 1, 2, 2, 1, 1});

        double[][] result = reconciliation().reconcile(Markets.twoGroupings(), past, base);

        for (int i = 0; i < base.length; i++) {
            assertThat(result[i][1]).isZero();
            if (keepsWhatAddsUp()) {
                assertThat(result[i]).containsExactly(base[i], within(1e-9));
            }
        }
    }

    /** Whether forecasts that add up stay as they are; not so when the parts are split by other shares than their own. */
    boolean keepsWhatAddsUp() {
        return true;
    }

    @Test
    void answersZerosWithZeros() {
        double[][] zeros = new double[8][4];
        var past = new FamilyPast(new double[8][20], new double[8][12], new double[8]);

        assertThat(reconciliation().reconcile(Markets.twoGroupings(), past, zeros))
                .isDeepEqualTo(zeros);
    }

    @Test
    void refusesWhatItDoesNotAccept() {
        if (!reconciliation().accepts(Markets.crossTable())) {
            assertThatThrownBy(() -> reconciliation()
                            .reconcile(Markets.crossTable(), Markets.randomPast(9, new Random(1)), new double[9][1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
