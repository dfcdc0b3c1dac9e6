package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoEtsTest {
    private static String selected(double[] values, int frequency) {
        return ((EtsModel) new AutoEts().fit(TimeSeries.of(values, frequency))).symbol();
    }

    /** statsforecast 2.1.1, {@code AutoETS(season_length=12).fit(y).model_['components']}, selects the same. */
    @Test
    void findsTheStructureOfASeries() {
        assertThat(selected(ExampleSeries.additive(), 12)).isEqualTo("AAA");
        assertThat(selected(ExampleSeries.multiplicative(), 12)).isEqualTo("MAM");
        assertThat(selected(ExampleSeries.walk(), 12)).isEqualTo("MAN");
    }

    @Test
    void seesOnlyALevelInNoise() {
        var random = new Random(11);
        double[] noise = random.doubles(120, -1, 1).toArray();

        assertThat(selected(noise, 12)).isEqualTo("ANN");
    }

    @Test
    void leavesOutSeasonsThatAreTooLongOrTooFew() {
        double[] values = ExampleSeries.additive();

        assertThat(selected(values, 52)).endsWith("N");
        assertThat(selected(Arrays.copyOf(values, 18), 12)).endsWith("N");
    }

    @Test
    void refitsTheSameFormFromABeginning() {
        TimeSeries series = TimeSeries.of(ExampleSeries.multiplicative(), 12);
        FittedForecaster fitted = new AutoEts().fit(series);

        var again = (EtsModel) fitted.refit(series.head(60));
        double[] mean = again.mean(12);

        assertThat(again.symbol()).isEqualTo("MAM");
        for (int h = 0; h < 12; h++) {
            // The noise is at most 10 %, and evenly spread.
            assertThat(mean[h]).isCloseTo(series.value(60 + h), within(0.15 * series.value(60 + h)));
        }
    }

    @Test
    void refitsWhatItSelectsWithoutChange() {
        TimeSeries series = TimeSeries.of(ExampleSeries.walk(), 1);
        FittedForecaster fitted = new AutoEts().fit(series);

        double[] mean = fitted.mean(6);
        double[] again = fitted.refit(series).mean(6);

        for (int h = 0; h < 6; h++) {
            assertThat(again[h]).isCloseTo(mean[h], within(0.001 * mean[h]));
        }
    }

    @Test
    void reducesAFormThatAnotherSeriesDoesNotAllow() {
        FittedForecaster fitted = new AutoEts().fit(TimeSeries.of(ExampleSeries.multiplicative(), 12));
        double[] signed = ExampleSeries.additive();
        for (int t = 0; t < signed.length; t++) {
            signed[t] -= 350;
        }

        assertThat(((EtsModel) fitted.refit(TimeSeries.of(signed, 12))).symbol())
                .isEqualTo("AAA");
        assertThat(((EtsModel) fitted.refit(TimeSeries.of(Arrays.copyOf(signed, 12), 12))).symbol())
                .isEqualTo("AAN");
    }

    @Test
    void deviationGrowsWithTheHorizon() {
        double[] deviation =
                new DampedHolt().fit(TimeSeries.of(ExampleSeries.walk(), 1)).deviation(1000);

        for (int h = 1; h < deviation.length; h++) {
            assertThat(deviation[h]).isFinite().isGreaterThanOrEqualTo(deviation[h - 1]);
        }
    }

    /** The smooth ones among these have their best weights at the bounds, where some of the search's scales are 0. */
    @Test
    void staysFiniteOnShortSmoothSeries() {
        var random = new Random(2);
        for (int i = 0; i < 300; i++) {
            double[] values = new double[8 + random.nextInt(12)];
            double noise = 0.05 * random.nextInt(3);
            double fading = 0.8 + 0.2 * random.nextDouble();
            double step = 3;
            double level = 20;
            for (int t = 0; t < values.length; t++) {
                step *= fading;
                level += step;
                values[t] = level + noise * random.nextGaussian();
            }
            TimeSeries series = TimeSeries.of(values, 1);
            for (Forecaster forecaster : List.of(new AutoEts(), new DampedHolt(), new SimpleSmoothing())) {
                FittedForecaster fitted = forecaster.fit(series);
                assertThat(fitted.mean(6)[5]).isFinite();
                assertThat(fitted.refit(series).mean(6)[5]).isFinite();
            }
        }
    }
}
