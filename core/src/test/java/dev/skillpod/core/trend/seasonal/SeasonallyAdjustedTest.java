package dev.skillpod.core.trend.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.baseline.Drift;
import org.junit.jupiter.api.Test;

class SeasonallyAdjustedTest extends ForecasterConformance {
    private static final double[] FACTORS = {0.5, 1.5, 1.2, 0.8};

    @Override
    protected Forecaster forecaster() {
        return new SeasonallyAdjusted("drift-adjusted", new Drift());
    }

    @Test
    void continuesALevelWithItsSeasons() {
        TimeSeries series = seasonal(30);
        double[] mean = forecaster().fit(series).mean(5);

        for (int h = 0; h < 5; h++) {
            assertThat(mean[h]).isCloseTo(100 * FACTORS[(30 + h) % 4], within(1e-9));
        }
    }

    @Test
    void keepsSeasonsInARefitAndDropsThemWhereTheSeriesIsTooShort() {
        var fitted = forecaster().fit(seasonal(30));

        assertThat(fitted.refit(seasonal(14)).mean(1)[0]).isCloseTo(120, within(1e-9));
        // of 11 steps no seasons are found: the line from 50 to 120 goes on
        assertThat(fitted.refit(seasonal(11)).mean(1)[0]).isCloseTo(127, within(1e-9));
        assertThat(fitted.refit(seasonal(11)).refit(seasonal(14)).mean(1)[0]).isCloseTo(120, within(1e-9));
    }

    private static TimeSeries seasonal(int length) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = 100 * FACTORS[t % 4];
        }
        return TimeSeries.of(values, 4);
    }
}
