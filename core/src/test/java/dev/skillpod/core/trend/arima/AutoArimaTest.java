package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.TimeSeries;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AutoArimaTest {
    private static final AutoArima METHOD = new AutoArima();

    /*
     * The test of stationarity errs in 5 of 100 series by design, and AICc often adds a needless coefficient: no
     * single series shows that selection works. Each test below takes 100 series. Where differencing is right with probability
     * 0.9, at least 80 are right (3.3 standard deviations of the binomial, which is 3), and the true form is the one found most often.
     */

    /**
     * Much positive autocorrelation makes the test refuse more often (Caner and Kilian 2001), so that only the form is looked at. Standard
     * error of the coefficient at n = 400: √((1 − 0.7²)/400) = 0.036.
     */
    @Test
    void findsAnAutoregression() {
        List<FittedArima> fits =
                fits(1, seed -> Simulated.arma(Simulated.normal(500, seed), new double[] {0.7}, new double[0]), 400);
        ArimaOrders truth = new ArimaOrders(1, 0, 0, 0, 0, 0, 1, false);

        assertThat(mostFrequent(fits)).isEqualTo(truth);
        assertThat(fits)
                .filteredOn(fit -> fit.orders().equals(truth))
                .allSatisfy(fit -> assertThat(fit.coefficients()[0]).isCloseTo(0.7, within(4 * 0.036)));
    }

    @Test
    void findsAMovingAverage() {
        List<FittedArima> fits =
                fits(1, seed -> Simulated.arma(Simulated.normal(500, seed), new double[0], new double[] {0.6}), 400);

        assertThat(mostFrequent(fits)).isEqualTo(new ArimaOrders(0, 0, 1, 0, 0, 0, 1, false));
        assertThat(fits).filteredOn(fit -> fit.orders().d() == 0).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void differencesASeasonalRandomWalkOverTheSeason() {
        double[] a = new double[12];
        a[11] = 1;
        List<FittedArima> fits = fits(12, seed -> Simulated.arma(Simulated.normal(360, seed), a, new double[0]), 120);

        assertThat(mostFrequent(fits)).isEqualTo(new ArimaOrders(0, 0, 0, 0, 1, 0, 12, false));
        assertThat(fits)
                .filteredOn(fit -> fit.orders().d() == 0 && fit.orders().seasonalD() == 1)
                .hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void differencesARandomWalkOnce() {
        List<FittedArima> fits =
                fits(1, seed -> Simulated.arma(Simulated.normal(200, seed), new double[] {1}, new double[0]), 200);

        assertThat(mostFrequent(fits)).isEqualTo(ArimaOrders.RANDOM_WALK);
        assertThat(fits).filteredOn(fit -> fit.orders().d() == 1).hasSizeGreaterThanOrEqualTo(80);
    }

    private static List<FittedArima> fits(int frequency, LongFunction<double[]> simulation, int length) {
        return LongStream.range(0, 100)
                .mapToObj(simulation)
                .map(values -> METHOD.fit(TimeSeries.of(Simulated.tail(values, length), frequency)))
                .toList();
    }

    private static ArimaOrders mostFrequent(List<FittedArima> fits) {
        Map<ArimaOrders, Long> counts =
                fits.stream().collect(Collectors.groupingBy(FittedArima::orders, Collectors.counting()));
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    @Test
    void continuesALineAndASeason() {
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = 3 * t + (t % 4 == 0 ? 50 : 0);
        }
        double[] mean = METHOD.fit(TimeSeries.of(values, 4)).mean(8);

        for (int h = 0; h < 8; h++) {
            int t = 60 + h;
            assertThat(mean[h]).isCloseTo(3 * t + (t % 4 == 0 ? 50 : 0), within(1e-6));
        }
    }

    @Test
    void modelsLongSeasonsWithoutThem() {
        double[] values = Simulated.normal(300, 15);
        assertThat(METHOD.fit(TimeSeries.of(values, 52)).orders().period()).isEqualTo(1);
    }

    @Test
    void refitKeepsOrdersAndReachesTheSameOptimum() {
        double[] values = Simulated.golden();
        FittedArima whole = METHOD.fit(TimeSeries.of(values, 1));
        FittedArima again = whole.refit(TimeSeries.of(values, 1).head(70)).refit(TimeSeries.of(values, 1));

        assertThat(again.orders()).isEqualTo(whole.orders());
        assertThat(again.mean(5)).containsExactly(whole.mean(5), within(0.01));
    }

    @Test
    void refitReducesOrdersToWhatAShortSeriesAllows() {
        double[] a = new double[12];
        a[11] = 1;
        double[] values = Simulated.tail(Simulated.arma(Simulated.normal(360, 13), a, new double[0]), 120);
        TimeSeries series = TimeSeries.of(values, 12);
        FittedArima fitted = METHOD.fit(series);

        assertThat(fitted.refit(series.head(16)).orders().fits(16)).isTrue();
        assertThat(fitted.refit(series.head(2)).mean(3)).containsExactly(values[1], values[1], values[1]);
    }

    /** ARIMA(0,1,1): ψ = 1, 1 + θ, 1 + θ, … (Box and Jenkins 1970, section 5.3). */
    @Test
    void weighsPastShocksOfAnIntegratedMovingAverage() {
        var forecast = new ArmaForecast(new double[1], new double[] {1, -0.4}, new double[0], new double[1], 0, 1);
        double[] differences = Differences.recursion(new ArimaOrders(0, 1, 1, 0, 0, 0, 1, false));

        assertThat(forecast.psi(differences, 4)).containsExactly(new double[] {1, 0.6, 0.6, 0.6}, within(1e-12));
    }

    /** Airline model: ψ_k = (1 + θ)(1 + r (1 + Θ)) + [season] (1 + Θ) with k = 12 r + s; here k = 11, 12 and 13. */
    @Test
    void weighsPastShocksOfTheAirlineModel() {
        var orders = new ArimaOrders(0, 1, 1, 0, 1, 1, 12, false);
        double[] b = new double[14];
        orders.shape().movingAverage(new double[] {-0.4, -0.6}, b);
        var forecast = new ArmaForecast(new double[1], b, new double[0], new double[13], 0, 1);
        double[] psi = forecast.psi(Differences.recursion(orders), 14);

        assertThat(psi[11]).isCloseTo(0.6, within(1e-12));
        assertThat(psi[12]).isCloseTo(0.6 + 0.4, within(1e-12));
        assertThat(psi[13]).isCloseTo(0.6 * 1.4, within(1e-12));
    }

    @Test
    void deviationOfARandomWalkGrowsWithTheRoot() {
        double[] values = {0, 1, 0, 1};
        double[] deviation = METHOD.fit(TimeSeries.of(new double[] {0, 1}, 1)).deviation(9);

        assertThat(deviation[8]).isCloseTo(3 * deviation[0], within(1e-12));
        assertThat(METHOD.fit(TimeSeries.of(values, 1)).deviation(1)[0]).isPositive();
    }

    @Test
    void refusesOrdersThatExplode() {
        assertThatThrownBy(() -> new ArimaOrders(0, 2, 0, 0, 1, 0, 12, false))
                .hasMessage("seasonalD must be in [0, 0], was 1");
        assertThatThrownBy(() -> new ArimaOrders(0, 2, 0, 0, 0, 0, 1, true))
                .hasMessage("constant must be false after 2 differences");
        assertThatThrownBy(() -> new AutoArimaConfig(10, 2, 6, 94, 2, 15, 0.64))
                .hasMessage("maxOrder must be in [0, 9], was 10");
    }
}
