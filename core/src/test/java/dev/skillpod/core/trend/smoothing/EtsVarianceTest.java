package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsVarianceTest {
    private static final int HORIZON = 9;
    private static final int PATHS = 60_000;
    private static final double VARIANCE = 0.01;

    static List<EtsForm> forms() {
        return EtsForm.all();
    }

    /** A variance of 60,000 nearly normal draws is within 3 % by five standard errors (sqrt(2 / 60,000) = 0.6 %). */
    @ParameterizedTest
    @MethodSource("forms")
    void isThatOfSimulatedFutures(EtsForm form) {
        double damping = form.hasTrend() ? (form.trend() == EtsForm.Trend.DAMPED ? 0.9 : 1) : 0;
        var weights = new EtsWeights(0.4, form.hasTrend() ? 0.1 : 0, form.hasSeason() ? 0.3 : 0, damping);
        double[] season = switch (form.season()) {
            case NONE -> new double[0];
            case ADDITIVE -> new double[] {-0.2, 0.3, 0.1, -0.2};
            case MULTIPLICATIVE -> new double[] {0.8, 1.3, 1.1, 0.8};
        };
        double[] mean = new double[HORIZON];
        future(form, weights, season, mean, new double[HORIZON]);
        double[] squares = new double[HORIZON];
        double[] path = new double[HORIZON];
        double[] errors = new double[HORIZON];
        var random = new Random(8);
        for (int i = 0; i < PATHS; i++) {
            for (int h = 0; h < HORIZON; h++) {
                errors[h] = Math.sqrt(VARIANCE) * random.nextGaussian();
            }
            future(form, weights, season, path, errors);
            for (int h = 0; h < HORIZON; h++) {
                squares[h] += (path[h] - mean[h]) * (path[h] - mean[h]) / PATHS;
            }
        }

        double[] variances = EtsVariance.of(form, weights, VARIANCE, mean, season);

        // How level and season grow between an error and the step it returns at is left out.
        double tolerance = form.season() == EtsForm.Season.MULTIPLICATIVE ? 0.06 : 0.03;
        for (int h = 0; h < HORIZON; h++) {
            double allowed = h < 4 ? 0.03 : tolerance;
            assertThat(variances[h]).as("step %d", h + 1).isCloseTo(squares[h], within(allowed * squares[h]));
        }
    }

    private static void future(EtsForm form, EtsWeights weights, double[] first, double[] path, double[] errors) {
        double level = 1.5;
        double slope = form.hasTrend() ? 0.05 : 0;
        double[] season = Arrays.copyOf(first, 4);
        boolean factors = form.season() == EtsForm.Season.MULTIPLICATIVE;
        for (int h = 0; h < path.length; h++) {
            double s = season[h % 4];
            double line = level + weights.damping() * slope;
            double forecast = factors ? line * s : line + s;
            double error = form.multiplicativeError() ? errors[h] * forecast : errors[h];
            double moved = factors ? error / s : error;
            path[h] = forecast + error;
            level = line + weights.level() * moved;
            slope = weights.damping() * slope + weights.slope() * moved;
            season[h % 4] += weights.season() * (factors ? error / line : error);
        }
    }
}
