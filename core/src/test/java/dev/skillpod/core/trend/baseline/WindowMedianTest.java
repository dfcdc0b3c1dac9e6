package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class WindowMedianTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return WindowMedian.of(6);
    }

    @Test
    void isTheMiddleOfTheNewestValues() {
        TimeSeries series = TimeSeries.of(new double[] {900, 1, 2, 3, 100, 5}, 12);

        assertThat(WindowMedian.of(5).fit(series).mean(2)).containsExactly(3, 3);
        assertThat(WindowMedian.of(4).fit(series).mean(1)).containsExactly(4);
        assertThat(WindowMedian.of(60).fit(series).mean(1)).containsExactly(4);
    }
}
