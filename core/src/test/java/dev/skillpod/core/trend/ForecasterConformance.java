package dev.skillpod.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every forecasting method promises. A subclass names the method. */
public abstract class ForecasterConformance {
    private static final int HORIZON = 18;

    /** Returns the method under test. */
    protected abstract Forecaster forecaster();

    static Stream<TimeSeries> awkwardSeries() {
        var random = new Random(5);
        return Stream.of(1, 4, 12, 52)
                .flatMap(m -> Stream.of(
                                new double[] {7},
                                new double[] {7, 9},
                                new double[] {7, 9, 8},
                                new double[] {0, 0, 0, 0, 0, 0, 0, 0},
                                constant(120, 42),
                                constant(3, 1e-9),
                                Arrays.stream(constant(60, 1e80)).toArray(),
                                exploding(100),
                                shifted(random),
                                intermittent(random),
                                negative(random),
                                line(50),
                                season(m),
                                oneSpike())
                        .map(values -> TimeSeries.of(values, m)));
    }

    @ParameterizedTest
    @MethodSource("awkwardSeries")
    void answersEverySeriesWithFiniteNumbers(TimeSeries series) {
        FittedForecaster fitted = forecaster().fit(series);

        assertThat(fitted.mean(HORIZON)).hasSize(HORIZON).satisfies(ForecasterConformance::finite);
        assertThat(fitted.deviation(HORIZON)).hasSize(HORIZON).satisfies(values -> {
            finite(values);
            assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
        });
    }

    @ParameterizedTest
    @MethodSource("awkwardSeries")
    void refitsToABeginning(TimeSeries series) {
        FittedForecaster fitted = forecaster().fit(series);
        for (int length = 1; length < series.length(); length += 1 + series.length() / 5) {
            assertThat(fitted.refit(series.head(length)).mean(HORIZON)).satisfies(ForecasterConformance::finite);
        }
    }

    @Test
    void forecastsAConstantAsItself() {
        double[] mean = forecaster().fit(TimeSeries.of(constant(60, 42), 12)).mean(HORIZON);

        for (double value : mean) {
            assertThat(value).isCloseTo(42, within(1e-6));
        }
    }

    @Test
    void isTheSameTwiceAndForAnyHorizon() {
        TimeSeries series = TimeSeries.of(shifted(new Random(3)), 12);

        double[] mean = forecaster().fit(series).mean(HORIZON);
        assertThat(forecaster().fit(series).mean(HORIZON)).containsExactly(mean);
        assertThat(forecaster().fit(series).mean(5)).containsExactly(Arrays.copyOf(mean, 5));
    }

    /** Every method here is equivariant: twice the series, twice the forecast. */
    @Test
    void followsTheUnitOfTheSeries() {
        TimeSeries series = TimeSeries.of(shifted(new Random(3)), 12);

        double[] mean = forecaster().fit(series).mean(6);
        double[] scaled = forecaster()
                .fit(series.with(
                        Arrays.stream(series.values()).map(v -> 1024 * v).toArray()))
                .mean(6);

        for (int h = 0; h < 6; h++) {
            assertThat(scaled[h]).isCloseTo(1024 * mean[h], within(0.02 * 1024 * Math.abs(mean[h]) + 1e-6));
        }
    }

    private static void finite(double[] values) {
        for (double value : values) {
            assertThat(value).isFinite();
        }
    }

    private static double[] constant(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] exploding(int length) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = Math.exp(0.3 * t);
        }
        return values;
    }

    private static double[] shifted(Random random) {
        double[] values = new double[72];
        for (int t = 0; t < values.length; t++) {
            values[t] = (t < 40 ? 100 : 400) + 10 * random.nextGaussian();
        }
        return values;
    }

    private static double[] intermittent(Random random) {
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 0;
        }
        return values;
    }

    private static double[] negative(Random random) {
        double[] values = new double[80];
        for (int t = 0; t < values.length; t++) {
            values[t] = -50 + 30 * random.nextGaussian();
        }
        return values;
    }

    private static double[] line(int length) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = 10 + 3 * t;
        }
        return values;
    }

    private static double[] season(int m) {
        double[] values = new double[5 * m + 3];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + 40 * Math.sin(2 * Math.PI * t / m) + 0.5 * t;
        }
        return values;
    }

    private static double[] oneSpike() {
        double[] values = constant(48, 20);
        values[30] = 1e9;
        return values;
    }
}
