package dev.skillpod.core.trend.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.NelderMead;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.GoldenSeries;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class ThetaTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new Theta();
    }

    /** Golden, statsforecast 2.1.1: {@code Theta(season_length=1).fit(y).predict(6)['mean'].round(4)}; a simplex there, hence a tolerance. */
    @Test
    void agreesWithStatsforecastOnAWanderingSeries() {
        assertThat(forecaster().fit(GoldenSeries.wandering()).mean(6))
                .containsExactly(new double[] {104.8746, 103.803, 102.7313, 101.6597, 100.5881, 99.5165}, within(0.3));
    }

    @Test
    void agreesWithThetafWrittenAsItIsDefined() {
        for (TimeSeries series : new TimeSeries[] {GoldenSeries.rising(), GoldenSeries.wandering()}) {
            assertThat(forecaster().fit(series).mean(8)).containsExactly(byDefinition(series, 8), within(0.02));
        }
    }

    @Test
    void keepsTheSeasonsOfASeasonalSeries() {
        double[] mean = forecaster().fit(GoldenSeries.seasonal()).mean(8);

        assertThat(mean[0] / mean[2]).isCloseTo(0.7 / 1.3, within(0.05));
        assertThat(mean[4] / mean[0]).isBetween(1.0, 1.1);
    }

    @Test
    void growsLessSureBySmoothingOnly() {
        double[] deviation = forecaster().fit(GoldenSeries.wandering()).deviation(3);

        assertThat(deviation[1]).isBetween(deviation[0] * 1.2, deviation[0] * Math.sqrt(2));
    }

    /** Exponential smoothing with level and weight searched for by a simplex, half the slope of the line fitted to 0, 1, …, n − 1. */
    private static double[] byDefinition(TimeSeries series, int horizon) {
        int n = series.length();
        var best = NelderMead.minimise(
                p -> p[1] < 1e-4 || p[1] > 0.9999 ? Double.NaN : smooth(series, p[0], p[1])[0],
                new double[] {series.value(0), 0.5},
                new double[] {10, 0.2},
                1e-13,
                2000);
        double alpha = best.point()[1];
        double level = smooth(series, best.point()[0], alpha)[1];
        double sumT = 0;
        double sumY = 0;
        double sumTy = 0;
        double sumTt = 0;
        for (int t = 0; t < n; t++) {
            sumT += t;
            sumY += series.value(t);
            sumTy += t * series.value(t);
            sumTt += t * t;
        }
        double half = (n * sumTy - sumT * sumY) / (n * sumTt - sumT * sumT) / 2;
        double[] mean = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = level + half * (h + (1 - Math.pow(1 - alpha, n)) / alpha);
        }
        return mean;
    }

    private static double[] smooth(TimeSeries series, double first, double alpha) {
        double level = first;
        double squares = 0;
        for (int t = 0; t < series.length(); t++) {
            double error = series.value(t) - level;
            squares += error * error;
            level += alpha * error;
        }
        return new double[] {squares, level};
    }
}
