package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarketForecasterTest {
    private static final int SKILLS = 30;
    private static final int REGIONS = 4;

    /** Series 0..29 are totals of skills; region r of skill s is 30 + 4 s + r. */
    private static Hierarchy skillsByRegion() {
        var groupings = new ArrayList<Grouping>();
        for (int skill = 0; skill < SKILLS; skill++) {
            int first = SKILLS + REGIONS * skill;
            groupings.add(new Grouping(skill, first, first + 1, first + 2, first + 3));
        }
        return Hierarchy.of(SKILLS * (1 + REGIONS), groupings);
    }

    private static double[][] counts(int steps, Random random) {
        var values = new double[SKILLS * (1 + REGIONS)][steps];
        for (int skill = 0; skill < SKILLS; skill++) {
            for (int r = 0; r < REGIONS; r++) {
                double level = skill == 0 ? 0 : Math.exp(random.nextGaussian() * 2);
                for (int t = 0; t < steps; t++) {
                    double value = Math.floor(level * Math.exp(random.nextGaussian()));
                    values[SKILLS + REGIONS * skill + r][t] = value;
                    values[skill][t] += value;
                }
            }
        }
        return values;
    }

    @Test
    void forecastsThatAddUpWithBandsAroundThem() {
        Hierarchy hierarchy = skillsByRegion();
        double[][] values = counts(36, new Random(6));
        values[33][7] = Double.NaN;
        values[34][35] = Double.NaN;
        var forecaster = new MarketForecaster(Markets.median(), hierarchy, MarketConfig.defaults());

        MarketForecast forecast = forecaster.forecastMarket(Markets.batch(values, 12), 6, 0.8, 0.95);

        assertThat(hierarchy.mismatch(means(forecast.series()))).isLessThan(1e-9);
        assertThat(hierarchy.mismatch(means(Markets.median().forecast(Markets.batch(values, 12), 6))))
                .isGreaterThan(0.01);
        assertThat(forecast.scores())
                .containsOnlyKeys("min-trace", "bottom-up", "top-down-forecast-shares", "top-down-past-shares");
        assertThat(forecast.scores().get(forecast.reconciliation()))
                .isEqualTo(
                        forecast.scores().values().stream().min(Double::compare).orElseThrow());
        for (SeriesForecast series : forecast.series()) {
            for (Band band : series.bands()) {
                for (int step = 0; step < 6; step++) {
                    assertThat(band.lower()[step]).isBetween(0.0, series.mean()[step]);
                    assertThat(band.upper()[step]).isGreaterThanOrEqualTo(series.mean()[step]);
                }
            }
        }
    }

    /** The totals stand still and the regions are chance: whoever trusts the regions loses. */
    @Test
    void choosesToTrustTheTotalsWhereTheyAreBetter() {
        var hierarchy = Hierarchy.of(3, List.of(new Grouping(0, 1, 2)));
        var random = new Random(9);
        var values = new double[3][48];
        for (int t = 0; t < 48; t++) {
            values[0][t] = 100 + (t % 2);
            values[1][t] = Math.floor(values[0][t] * random.nextDouble());
            values[2][t] = values[0][t] - values[1][t];
        }
        // Forecasts parts at twice what they were.
        var wrong = Markets.level(series -> series[series.length - 1] >= 100 ? 100 : 2 * mean(series));
        var forecaster = new MarketForecaster(wrong, hierarchy, MarketConfig.defaults());

        MarketForecast forecast = forecaster.forecastMarket(Markets.batch(values, 12), 6);

        assertThat(forecast.scores().get("bottom-up"))
                .isGreaterThan(2 * forecast.scores().get("top-down-forecast-shares"));
        assertThat(forecast.reconciliation()).isNotEqualTo("bottom-up");
        assertThat(forecast.series().getFirst().mean()[0]).isBetween(90.0, 125.0);
    }

    @Test
    void answersShortPastsAndSeriesThatBeginLate() {
        Hierarchy hierarchy = skillsByRegion();
        double[][] values = counts(26, new Random(7));
        for (int i = 0; i < values.length; i += 3) {
            Arrays.fill(values[i], 0, 20, Double.NaN);
        }
        for (int steps : new int[] {1, 5, 26}) {
            double[][] newest = Arrays.stream(values)
                    .map(row -> Arrays.copyOfRange(row, 26 - steps, 26))
                    .toArray(double[][]::new);
            var forecaster = new MarketForecaster(Markets.last(), hierarchy, MarketConfig.defaults());

            MarketForecast forecast = forecaster.forecastMarket(Markets.batch(newest, 12), 6, 0.95);

            assertThat(hierarchy.mismatch(means(forecast.series()))).isLessThan(1e-9);
            assertThat(forecast.scores().isEmpty()).isEqualTo(steps < 18);
        }
    }

    @Test
    void usesMinimumTraceAloneForTables() {
        double[][] cells = {{5}, {3}, {2}, {4}};
        double[][] values = new double[9][1];
        int[][] sums = {{0, 1, 2, 3}, {0, 1}, {2, 3}, {0, 2}, {1, 3}, {0}, {1}, {2}, {3}};
        for (int i = 0; i < 9; i++) {
            for (int cell : sums[i]) {
                values[i][0] += cells[cell][0];
            }
        }
        var forecaster = new MarketForecaster(Markets.last(), Markets.crossTable(), new MarketConfig(0, 12, 12));

        MarketForecast forecast = forecaster.forecastMarket(Markets.batch(values, 12), 2);

        assertThat(forecast.reconciliation()).isEqualTo("min-trace");
        assertThat(forecast.series().getFirst().mean()).containsExactly(14, 14);
    }

    @Test
    void checksItsInput() {
        var forecaster = new MarketForecaster(Markets.last(), skillsByRegion(), MarketConfig.defaults());

        assertThatThrownBy(() -> forecaster.forecast(List.of(GappySeries.of(new double[] {1}, 12)), 6))
                .hasMessage("batch must have as many series as the hierarchy, 150, was 1");
        assertThatThrownBy(() -> new MarketConfig(25, 12, 12)).hasMessage("origins must be in [0, 24], was 25");
        assertThatThrownBy(() -> new MarketConfig(2, 2, 12)).hasMessage("leastHistory must be in [3, 1000], was 2");
        assertThatThrownBy(() -> new MarketConfig(2, 12, 0)).hasMessage("shareWindow must be in [1, 1000], was 0");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[][] means(List<SeriesForecast> forecasts) {
        return forecasts.stream().map(SeriesForecast::mean).toArray(double[][]::new);
    }
}
