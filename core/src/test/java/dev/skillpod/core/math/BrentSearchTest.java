package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrentSearchTest {
    @Test
    void findsTheBottomOfASmoothValleyInFewEvaluations() {
        int[] asked = {0};
        double x = BrentSearch.minimise(
                p -> {
                    asked[0]++;
                    return p - Math.log(p);
                },
                0.01,
                5,
                5,
                1e-5);

        assertThat(x).isCloseTo(1, within(2e-5));
        assertThat(asked[0]).isLessThan(25);
    }

    @Test
    void findsTheDeeperOfTwoValleys() {
        double x = BrentSearch.minimise(p -> Math.cos(3 * p) + 0.1 * Math.abs(p - 3), 0, 4, 10, 1e-6);

        // of the valleys near pi / 3 and pi, the second: there the derivative -3 sin(3 p) + 0.1 vanishes
        assertThat(x).isCloseTo(Math.PI - Math.asin(0.1 / 3) / 3, within(1e-5));
    }

    @Test
    void stopsAtAnEndAndAtAKink() {
        assertThat(BrentSearch.minimise(p -> p, 2, 7, 4, 1e-6)).isCloseTo(2, within(1e-5));
        assertThat(BrentSearch.minimise(p -> Math.abs(p - 3.3), 2, 7, 4, 1e-6)).isCloseTo(3.3, within(1e-5));
    }

    @Test
    void keepsOutOfWhereTheFunctionIsNotDefined() {
        double x = BrentSearch.minimise(p -> p < 1 ? Double.NaN : p * p, 0, 4, 8, 1e-6);

        assertThat(x).isCloseTo(1, within(1e-5));
    }
}
