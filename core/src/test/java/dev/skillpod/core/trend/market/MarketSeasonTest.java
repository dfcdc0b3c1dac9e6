package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.SeriesForecast;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarketSeasonTest {
    private static final int YEAR = 12;

    private static double[][] seasonal(int series, int steps, double swing, long seed) {
        var random = new Random(seed);
        var values = new double[series][steps];
        for (double[] row : values) {
            double level = 5 + random.nextDouble() * 100;
            Arrays.setAll(
                    row, t -> level * Math.exp(swing * Math.sin(2 * Math.PI * t / YEAR) + 0.3 * random.nextGaussian()));
        }
        return values;
    }

    @Test
    void findsTheSeasonThatSeriesShareAndShrinksIt() {
        MarketSeason season =
                MarketSeason.ifItHelps(seasonal(500, 3 * YEAR, 0.6, 1), YEAR).orElseThrow();

        // Three years seen: 3/4 of the swing is believed.
        for (int t = 0; t < YEAR; t++) {
            assertThat(Math.log(season.factor(3 * YEAR + t)))
                    .isCloseTo(0.75 * 0.6 * Math.sin(2 * Math.PI * t / YEAR), within(0.06));
        }
    }

    @Test
    void leavesSeriesWithoutASeasonAlone() {
        // Half a market's changes that never come again: each month of the past year says the contrary of this one.
        var values = seasonal(200, 3 * YEAR, 0, 2);
        for (double[] row : values) {
            Arrays.setAll(row, t -> row[t] * ((t / YEAR) % 2 == 0 ? 1 + (t % 2) : 2 - (t % 2)));
        }

        assertThat(MarketSeason.ifItHelps(values, YEAR)).isEmpty();
        assertThat(MarketSeason.ifItHelps(seasonal(20, 17, 1, 3), YEAR)).isEmpty();
        assertThat(MarketSeason.ifItHelps(seasonal(20, 60, 1, 3), 1)).isEmpty();
    }

    @Test
    void givesForecastsTheSeasonOfTheMarket() {
        double[][] values = seasonal(200, 3 * YEAR, 0.6, 5);
        values[3][35] = Double.NaN;
        values[4][0] = -1;
        var forecaster = new MarketSeasonForecaster(Markets.median());

        List<SeriesForecast> forecasts = forecaster.forecast(Markets.batch(values, YEAR), YEAR, 0.95);

        for (int i = 0; i < values.length; i++) {
            double[] mean = forecasts.get(i).mean();
            if (i == 4) {
                assertThat(mean).containsOnly(mean[0]);
            } else {
                // The sine is highest three steps after a year's begin, and lowest after nine.
                assertThat(mean[3] / mean[9]).isBetween(Math.exp(0.7), Math.exp(1.2));
            }
            double[] upper = forecasts.get(i).bands().getFirst().upper();
            for (int step = 0; step < YEAR; step++) {
                assertThat(upper[step]).isGreaterThan(mean[step]);
            }
        }
    }

    @Test
    void handsOnWhatItCannotTreat() {
        var forecaster = new MarketSeasonForecaster(Markets.last());

        assertThat(forecaster.forecast(List.of(), 3)).isEmpty();
        assertThat(forecaster.forecast(Markets.batch(new double[][] {{4}, {-5}}, YEAR), 2))
                .extracting(SeriesForecast::mean)
                .containsExactly(new double[] {4, 4}, new double[] {-5, -5});
    }
}
