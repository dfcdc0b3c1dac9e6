package dev.skillpod.core.trend.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.GoldenSeries;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class DynamicOptimisedThetaTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new DynamicOptimisedTheta();
    }

    /*
     * Golden, statsforecast 2.1.1: DynamicOptimizedTheta(season_length=m).fit(y).predict(6)['mean'].round(4). Its simplex stops near the
     * best parameters, where this solves for them: hence half a percent.
     */

    @Test
    void agreesWithStatsforecastOnARisingSeries() {
        near(GoldenSeries.rising(), 192.2402, 193.7902, 195.3336, 196.8707, 198.4015, 199.9264);
    }

    @Test
    void agreesWithStatsforecastOnASeasonalSeries() {
        near(GoldenSeries.seasonal(), 134.9977, 232.773, 250.2473, 159.5386, 139.3499, 240.1874);
    }

    @Test
    void agreesWithStatsforecastOnAWanderingSeries() {
        near(GoldenSeries.wandering(), 105.1062, 104.1397, 103.1896, 102.2551, 101.3356, 100.4305);
    }

    @Test
    void continuesALine() {
        double[] line = new double[40];
        for (int t = 0; t < line.length; t++) {
            line[t] = 500 - 3 * t;
        }
        double[] mean = forecaster().fit(TimeSeries.of(line, 1)).mean(12);

        for (int h = 0; h < 12; h++) {
            assertThat(mean[h]).isCloseTo(500 - 3 * (40 + h), within(0.5));
        }
    }

    @Test
    void isLessSureOfLaterSteps() {
        double[] deviation = forecaster().fit(GoldenSeries.wandering()).deviation(12);

        for (int h = 1; h < 12; h++) {
            assertThat(deviation[h]).isGreaterThan(deviation[h - 1]);
        }
    }

    private void near(TimeSeries series, double... golden) {
        assertThat(forecaster().fit(series).mean(golden.length)).containsExactly(golden, within(0.005 * golden[0]));
    }
}
