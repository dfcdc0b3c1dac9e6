package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new SeasonalNaive();
    }

    @Test
    void repeatsTheLastSeason() {
        var fitted = forecaster().fit(TimeSeries.of(new double[] {1, 2, 3, 4, 5, 7, 9, 11, 2}, 4));

        assertThat(fitted.mean(6)).containsExactly(7, 9, 11, 2, 7, 9);
        // changes over a season: 4, 5, 6, 7, -3
        double sigma = Math.sqrt((16 + 25 + 36 + 49 + 9) / 5.0);
        assertThat(fitted.deviation(5)[3]).isCloseTo(sigma, within(1e-12));
        assertThat(fitted.deviation(5)[4]).isCloseTo(sigma * Math.sqrt(2), within(1e-12));
    }

    @Test
    void repeatsTheLastValueOfAShortSeries() {
        assertThat(forecaster().fit(TimeSeries.of(new double[] {1, 2, 3, 4}, 4)).mean(3))
                .containsExactly(4, 4, 4);
    }
}
