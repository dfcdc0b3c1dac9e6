package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class QuasiNewtonTest {
    private static QuasiNewton.Smooth smooth(ToDoubleFunction<double[]> value, Function<double[], double[]> slopes) {
        return new QuasiNewton.Smooth() {
            private double[] last = {};

            @Override
            public double value(double[] point) {
                last = point.clone();
                return value.applyAsDouble(point);
            }

            @Override
            public void gradient(double[] target) {
                System.arraycopy(slopes.apply(last), 0, target, 0, target.length);
            }
        };
    }

    @Test
    void followsACurvedValley() {
        QuasiNewton.Smooth rosenbrock = smooth(p -> Math.pow(1 - p[0], 2) + 100 * Math.pow(p[1] - p[0] * p[0], 2), p ->
                new double[] {-2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] * p[0]), 200 * (p[1] - p[0] * p[0])});

        QuasiNewton.Minimum minimum = QuasiNewton.minimise(rosenbrock, new double[] {-1.2, 1}, 1e-14, 500);

        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-5));
        assertThat(minimum.evaluations()).isLessThan(100);
    }

    @Test
    void staysWhereTheFunctionIsFinite() {
        QuasiNewton.Smooth walled =
                smooth(p -> p[0] <= 0 ? Double.NaN : p[0] - Math.log(p[0]), p -> new double[] {1 - 1 / p[0]});

        assertThat(QuasiNewton.minimise(walled, new double[] {30}, 1e-14, 500).point()[0])
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void endsAtOnceWhereTheFunctionIsInfinite() {
        QuasiNewton.Smooth nowhere = smooth(p -> Double.POSITIVE_INFINITY, p -> p);

        QuasiNewton.Minimum minimum = QuasiNewton.minimise(nowhere, new double[] {2}, 1e-6, 500);

        assertThat(minimum.value()).isInfinite();
        assertThat(minimum.point()).containsExactly(2);
    }
}
