package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
    @Test
    void findsTheBottomOfRosenbrocksValley() {
        var minimum = NelderMead.minimise(
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2),
                new double[] {-1.2, 1},
                new double[] {0.5, 0.5},
                1e-14,
                2000);

        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-4));
        assertThat(minimum.point()[1]).isCloseTo(1, within(1e-4));
        assertThat(minimum.value()).isLessThan(1e-8);
    }

    @Test
    void staysWithinARegionOutsideOfWhichTheFunctionIsNotDefined() {
        var minimum = NelderMead.minimise(
                p -> p[0] <= 0 ? Double.NaN : p[0] - Math.log(p[0]), new double[] {5}, new double[] {-1}, 1e-14, 500);

        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-5));
    }

    @Test
    void countsEvaluationsAndObeysTheLimit() {
        int[] asked = {0};
        var minimum = NelderMead.minimise(
                p -> {
                    asked[0]++;
                    return p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
                },
                new double[] {3, 4, 5},
                new double[] {1, 1, 1},
                0,
                60);

        assertThat(minimum.evaluations()).isEqualTo(asked[0]).isBetween(60, 64);
    }
}
