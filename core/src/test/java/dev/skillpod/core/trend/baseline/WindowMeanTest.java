package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class WindowMeanTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return WindowMean.of(3);
    }

    @Test
    void averagesTheNewestValuesOrAll() {
        TimeSeries series = TimeSeries.of(new double[] {8, 2, 3, 7}, 1);

        assertThat(forecaster().fit(series).mean(2)).containsExactly(4, 4);
        assertThat(WindowMean.ofAll().fit(series).mean(2)).containsExactly(5, 5);
        assertThat(WindowMean.of(12).fit(series).mean(1)).containsExactly(5);
    }

    @Test
    void isAsUnsureAsItWasWrong() {
        var fitted = WindowMean.of(2).fit(TimeSeries.of(new double[] {8, 2, 3, 7}, 1));

        // errors 2 - 8, 3 - 5, 7 - 2.5
        double sigma = Math.sqrt((36 + 4 + 20.25) / 3);
        assertThat(fitted.deviation(2)[0]).isCloseTo(sigma, within(1e-12));
        assertThat(fitted.deviation(2)[1]).isCloseTo(sigma * Math.sqrt(1 + 4 / 9.0), within(1e-12));
    }

    @Test
    void isNamedAfterItsWindow() {
        assertThat(WindowMean.of(6).name()).isEqualTo("mean6");
        assertThat(WindowMean.ofAll().name()).isEqualTo("mean");
    }
}
