package dev.skillpod.core.trend.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PooledRegressionTest {
    private static final TrainingRun RUN = TrainingRun.of(1, 1);

    static Stream<PooledRegression> methods() {
        return Stream.of(PooledRegression.ofLevels(), PooledRegression.ofShapes(), PooledRegression.ofLogarithms());
    }

    /** Growth of 2 % a step in every series: learnt from others, it holds for one never seen, at any scale. */
    @ParameterizedTest
    @MethodSource("methods")
    void learnsWhatTheSeriesHaveInCommon(PooledRegression method) {
        var random = new Random(1);
        List<TimeSeries> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(growing(Math.exp(8 * random.nextDouble()), 40, random));
        }
        PooledFit fit = method.fit(batch, 6, RUN).orElseThrow();
        TimeSeries unseen = growing(1e6, 30, random);

        double[] mean = fit.mean(unseen, 6);
        for (int h = 0; h < 6; h++) {
            assertThat(mean[h] / unseen.last()).isCloseTo(Math.pow(1.02, h + 1), within(0.02));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void answersAnyHorizonAndAnySeriesWithFiniteNumbers(PooledRegression method) {
        var random = new Random(2);
        List<TimeSeries> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(growing(100, 40, random));
        }
        PooledFit fit = method.fit(batch, 4, RUN).orElseThrow();

        for (double[] values : new double[][] {{0}, {5}, {0, 0, 0}, {-1, 2, -3}, {1e99, 1e-99, 1e99}}) {
            assertThat(DoubleStream.of(fit.mean(TimeSeries.of(values, 1), 100)))
                    .hasSize(100)
                    .allMatch(Double::isFinite);
        }
    }

    @Test
    void learnsNothingFromAHandfulOfSeries() {
        assertThat(PooledRegression.ofLevels().fit(List.of(growing(1, 90, new Random(3))), 6, RUN))
                .isEmpty();
    }

    private static TimeSeries growing(double start, int length, Random random) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = start * Math.pow(1.02, t) * (1 + 0.002 * random.nextGaussian());
        }
        return TimeSeries.of(values, 1);
    }
}
