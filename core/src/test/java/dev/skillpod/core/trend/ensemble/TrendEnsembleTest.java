package dev.skillpod.core.trend.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendEnsembleTest {
    private static final TrendEnsemble ENSEMBLE = new TrendEnsemble(Members::local, TrainingRun.of(1, 2));

    @Test
    void beatsTheNaiveMethodOnSeasonalSeriesWithATrendAndSaysSo() {
        double[] known = seasonal(84, new Random(1));
        SeriesForecast forecast = ENSEMBLE.forecast(List.of(GappySeries.of(Arrays.copyOf(known, 72), 12)), 12, 0.95)
                .getFirst();

        for (int h = 0; h < 12; h++) {
            assertThat(forecast.mean()[h]).isCloseTo(known[72 + h], within(15.0));
        }
        assertThat(forecast.backTest().orElseThrow().skill()).isGreaterThan(0.3);
        assertThat(forecast.weights().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    /** 60 random walks x 12 steps, strongly correlated within a walk: the standard error of coverage is about 3 %. */
    @Test
    void ninetyFivePercentMeansNinetyFivePercent() {
        var random = new Random(7);
        var batch = new ArrayList<GappySeries>();
        var futures = new ArrayList<double[]>();
        for (int i = 0; i < 60; i++) {
            double[] walk = new double[72];
            walk[0] = 1000;
            for (int t = 1; t < walk.length; t++) {
                walk[t] = walk[t - 1] + 10 * random.nextGaussian();
            }
            batch.add(GappySeries.of(Arrays.copyOf(walk, 60), 1));
            futures.add(Arrays.copyOfRange(walk, 60, 72));
        }
        List<SeriesForecast> forecasts = ENSEMBLE.forecast(batch, 12, 0.8, 0.95);

        assertThat(covered(forecasts, futures, 0)).isBetween(0.70, 0.90);
        assertThat(covered(forecasts, futures, 1)).isBetween(0.88, 0.995);
    }

    @Test
    void neverForecastsCountsBelowZeroAndKeepsTheMeanWithinTheBand() {
        var random = new Random(3);
        var batch = new ArrayList<GappySeries>();
        for (int i = 0; i < 12; i++) {
            double[] counts = new double[40];
            for (int t = 0; t < counts.length; t++) {
                counts[t] = Math.max(0, 12 - 0.4 * t + random.nextInt(3));
            }
            batch.add(GappySeries.of(counts, 12));
        }
        for (SeriesForecast forecast : ENSEMBLE.forecast(batch, 18, 0.95)) {
            Band band = forecast.bands().getFirst();
            for (int h = 0; h < 18; h++) {
                assertThat(band.lower()[h]).isNotNegative();
                assertThat(forecast.mean()[h]).isBetween(band.lower()[h], band.upper()[h]);
            }
        }
    }

    @Test
    void forecastsMissingStepsAtTheEndLikeTheFuture() {
        double[] line = new double[60];
        for (int t = 0; t < line.length; t++) {
            line[t] = 100 + 5 * t;
        }
        double[] gappy = line.clone();
        Arrays.fill(gappy, 57, 60, Double.NaN);
        gappy[20] = Double.NaN;

        double[] whole = ENSEMBLE.forecast(List.of(GappySeries.of(line, 1)), 4)
                .getFirst()
                .mean();
        double[] afterGap = ENSEMBLE.forecast(List.of(GappySeries.of(gappy, 1)), 4)
                .getFirst()
                .mean();

        for (int h = 0; h < 4; h++) {
            assertThat(afterGap[h]).isCloseTo(whole[h], within(12.0));
        }
    }

    @Test
    void answersAwkwardSeriesWithFiniteNumbers() {
        List<double[]> awkward = List.of(
                new double[] {7},
                new double[] {7, 9},
                new double[] {1, 2, 3},
                new double[30],
                exploding(),
                new double[] {5, Double.NaN, Double.NaN, 5, 4, Double.NaN, 3},
                new double[] {-3, 4, -5, 6, -7, 8, 1e90});
        for (int frequency : new int[] {1, 4, 12, 52}) {
            var batch = new ArrayList<GappySeries>();
            awkward.forEach(values -> batch.add(GappySeries.of(values, frequency)));
            for (SeriesForecast forecast : ENSEMBLE.forecast(batch, 18, 0.95)) {
                assertThat(Arrays.stream(forecast.mean())).allMatch(Double::isFinite);
                assertThat(Arrays.stream(forecast.bands().getFirst().lower())).allMatch(Double::isFinite);
                assertThat(Arrays.stream(forecast.bands().getFirst().upper())).allMatch(Double::isFinite);
            }
        }
    }

    @Test
    void answersABatchThatIsTooShortForAnyBackTest() {
        SeriesForecast forecast = ENSEMBLE.forecast(List.of(GappySeries.of(new double[] {7}, 12)), 3, 0.95)
                .getFirst();

        assertThat(forecast.mean()).containsExactly(7, 7, 7);
        assertThat(forecast.backTest()).isEmpty();
    }

    @Test
    void isTheSameOnOneAndTwoThreads() {
        List<GappySeries> batch = List.of(
                GappySeries.of(seasonal(60, new Random(1)), 12), GappySeries.of(seasonal(50, new Random(2)), 12));
        var single = new TrendEnsemble(Members::local, TrainingRun.of(1, 1));

        assertThat(single.forecast(batch, 6).get(1).mean())
                .containsExactly(ENSEMBLE.forecast(batch, 6).get(1).mean());
    }

    private static double covered(List<SeriesForecast> forecasts, List<double[]> futures, int band) {
        int within = 0;
        for (int i = 0; i < futures.size(); i++) {
            Band bounds = forecasts.get(i).bands().get(band);
            for (int h = 0; h < 12; h++) {
                double truth = futures.get(i)[h];
                within += truth >= bounds.lower()[h] && truth <= bounds.upper()[h] ? 1 : 0;
            }
        }
        return within / (12.0 * futures.size());
    }

    private static double[] seasonal(int length, Random random) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = 200 + t + 60 * Math.sin(2 * Math.PI * t / 12) + 2 * random.nextGaussian();
        }
        return values;
    }

    private static double[] exploding() {
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = Math.exp(0.5 * t);
        }
        return values;
    }
}
