package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EtsWeightsTest {
    /**
     * By its definition: the effect of a change of the first states must not grow. The states move linearly where the season is additive,
     * so the effect of a change is the path of a series of zeros.
     */
    @Test
    void admissibleIsWhatForgetsTheFirstStates() {
        var random = new Random(4);
        int admissible = 0;
        int clear = 0;
        for (int i = 0; i < 400; i++) {
            int m = 2 + random.nextInt(11);
            double level = 0.5 + 0.49 * random.nextDouble();
            double slope = level * random.nextDouble();
            double season = (1 - level) * random.nextDouble();
            var weights =
                    new EtsWeights(level, slope, season, random.nextBoolean() ? 1 : 0.8 + 0.18 * random.nextDouble());
            double late = growth(weights, m);
            if (Math.abs(Math.log(late)) > 1) {
                clear++;
                boolean answer = weights.isAdmissible(m, new double[m + 2]);
                assertThat(answer).as("%s, frequency %d", weights, m).isEqualTo(late < 1);
                admissible += answer ? 1 : 0;
            }
        }
        assertThat(clear).isGreaterThan(200);
        assertThat(admissible).isBetween(20, clear - 20);
    }

    /** Returns by how much the errors of steps 15,000 to 20,000 are greater than those of steps 5,000 to 10,000. */
    private static double growth(EtsWeights weights, int m) {
        double level = 1;
        double slope = 0.3;
        double[] season = new double[m];
        season[0] = 0.7;
        season[1] = -0.7;
        double early = 0;
        double late = 0;
        for (int t = 0; t < 20_000; t++) {
            double line = level + weights.damping() * slope;
            double error = -line - season[t % m];
            if (Math.abs(error) > 1e50) {
                return error * error;
            }
            level = line + weights.level() * error;
            slope = weights.damping() * slope + weights.slope() * error;
            season[t % m] += weights.season() * error;
            if (t >= 5000 && t < 10_000) {
                early += Math.abs(error);
            } else if (t >= 15_000) {
                late += Math.abs(error);
            }
        }
        return (late + 1e-300) / (early + 1e-200);
    }
}
