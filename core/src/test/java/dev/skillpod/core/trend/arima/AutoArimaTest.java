package dev.skillpod.core.trend.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class AutoArimaTest {
    private static final AutoArima METHOD = new AutoArima();

    /** Standard errors at n = 400: √((1 − 0.7²)/400) = 0.036; AICc may add a lag, so that the sum of psi is not looked at. */
    @Test
    void findsAnAutoregression() {
        double[] values =
                Simulated.tail(Simulated.arma(Simulated.normal(500, 11), new double[] {0.7}, new double[0]), 400);
        FittedArima fitted = METHOD.fit(TimeSeries.of(values, 1));

        assertThat(fitted.orders()).isEqualTo(new ArimaOrders(1, 0, 0, 0, 0, 0, 1, false));
        assertThat(fitted.coefficients()[0]).isCloseTo(0.7, within(4 * 0.036));
    }

    /** Standard error at n = 400: √((1 − 0.6²)/400) = 0.04. */
    @Test
    void findsAMovingAverage() {
        double[] values =
                Simulated.tail(Simulated.arma(Simulated.normal(500, 12), new double[0], new double[] {0.6}), 400);
        FittedArima fitted = METHOD.fit(TimeSeries.of(values, 1));

        assertThat(fitted.orders()).isEqualTo(new ArimaOrders(0, 0, 1, 0, 0, 0, 1, false));
        assertThat(fitted.coefficients()[0]).isCloseTo(0.6, within(4 * 0.04));
    }

    @Test
    void differencesASeasonalRandomWalkOverTheSeason() {
        double[] a = new double[12];
        a[11] = 1;
        double[] values = Simulated.tail(Simulated.arma(Simulated.normal(360, 13), a, new double[0]), 120);
        FittedArima fitted = METHOD.fit(TimeSeries.of(values, 12));

        assertThat(fitted.orders().seasonalD()).isEqualTo(1);
        assertThat(fitted.orders().d()).isZero();
    }

    @Test
    void differencesARandomWalkOnce() {
        double[] values = Simulated.arma(Simulated.normal(200, 14), new double[] {1}, new double[0]);
        assertThat(METHOD.fit(TimeSeries.of(values, 1)).orders().d()).isEqualTo(1);
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
