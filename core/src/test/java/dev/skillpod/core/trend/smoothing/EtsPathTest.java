package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.smoothing.EtsForm.Season;
import dev.skillpod.core.trend.smoothing.EtsForm.Trend;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsPathTest {
    private static final int M = 4;
    private static final double[] SERIES = {
        0.91, 1.32, 1.11, 0.72, 1.02, 1.41, 1.25, 0.77, 1.13, 1.39, 1.31, 0.93, 1.08, 1.52, 1.27, 0.84, 1.22, 1.61, 1.33
    };

    static List<EtsForm> forms() {
        return EtsForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAsLikelyAsByTheStateEquations(EtsForm form) {
        double[] variables = variables(form);
        EtsPath path = new EtsPath(SERIES, M);

        assertThat(run(path, form, variables)).isCloseTo(slowDeviance(form, variables), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void slopesAreThoseOfSmallDifferences(EtsForm form) {
        double[] variables = variables(form);
        EtsPath path = new EtsPath(SERIES, M);
        run(path, form, variables);
        path.differentiate(form, weights(variables));
        double[] slopes = {
            path.slopeOfLevelWeight,
            form.hasTrend() ? path.slopeOfSlopeWeight : 0,
            form.hasSeason() ? path.slopeOfSeasonWeight : 0,
            form.hasTrend() ? path.slopeOfDamping : 0,
            path.slopeOfLevel,
            form.hasTrend() ? path.slopeOfSlope : 0,
            form.hasSeason() ? path.slopesOfSeason[0] : 0,
            form.hasSeason() ? path.slopesOfSeason[1] : 0,
            form.hasSeason() ? path.slopesOfSeason[2] : 0,
            form.hasSeason() ? path.slopesOfSeason[3] : 0
        };

        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != 0) {
                double[] up = variables.clone();
                double[] down = variables.clone();
                up[i] += 1e-6;
                down[i] -= 1e-6;
                double difference = (slowDeviance(form, up) - slowDeviance(form, down)) / 2e-6;
                assertThat(slopes[i])
                        .as("variable %d", i)
                        .isCloseTo(difference, within(1e-5 + 1e-6 * Math.abs(difference)));
            }
        }
    }

    /** Alpha, beta, gamma, phi, level, slope, four seasonal states. */
    private static double[] variables(EtsForm form) {
        double[] variables = {0.4, 0, 0, 0, 1, 0, 0, 0, 0, 0};
        if (form.hasTrend()) {
            variables[1] = 0.15;
            variables[3] = form.trend() == Trend.DAMPED ? 0.9 : 1;
            variables[5] = 0.02;
        }
        double[] season = {-0.1, 0.25, 0.1, -0.25};
        for (int i = 0; i < M && form.hasSeason(); i++) {
            variables[6 + i] = season[i] + (form.season() == Season.MULTIPLICATIVE ? 1 : 0);
            variables[2] = 0.2;
        }
        return variables;
    }

    private static EtsWeights weights(double[] v) {
        return new EtsWeights(v[0], v[1], v[2], v[3]);
    }

    private static double run(EtsPath path, EtsForm form, double[] v) {
        path.level = v[4];
        path.slope = v[5];
        System.arraycopy(v, 6, path.season, 0, M);
        return path.run(form, weights(v));
    }

    /** The state equations of Hyndman et al. 2008, tables 2.2 and 2.3, in terms of the additive or relative error. */
    private static double slowDeviance(EtsForm form, double[] v) {
        double level = v[4];
        double slope = v[5];
        var season = new ArrayDeque<>(List.of(v[6], v[7], v[8], v[9]));
        double squares = 0;
        double logarithms = 0;
        for (double y : SERIES) {
            double s = season.removeFirst();
            double line = level + v[3] * slope;
            double forecast = switch (form.season()) {
                case NONE -> line;
                case ADDITIVE -> line + s;
                case MULTIPLICATIVE -> line * s;
            };
            double error = form.multiplicativeError() ? (y - forecast) / forecast : y - forecast;
            double size = switch (form.season()) {
                case NONE, ADDITIVE -> form.multiplicativeError() ? forecast : 1;
                case MULTIPLICATIVE -> line;
            };
            level = line + v[0] * size * error;
            slope = v[3] * slope + v[1] * size * error;
            season.addLast(form.season() == Season.MULTIPLICATIVE ? s * (1 + v[2] * error) : s + v[2] * size * error);
            squares += error * error;
            logarithms += form.multiplicativeError() ? Math.log(Math.abs(forecast)) : 0;
        }
        return SERIES.length * Math.log(squares) + 2 * logarithms;
    }
}
