package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class DriftTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new Drift();
    }

    @Test
    void prolongsTheLineFromFirstToLast() {
        var fitted = forecaster().fit(TimeSeries.of(new double[] {10, 30, 16}, 1));

        assertThat(fitted.mean(2)).containsExactly(19, 22);
        // changes 20 and -14 around a drift of 3
        assertThat(fitted.deviation(2)[1]).isCloseTo(17 * Math.sqrt(2 * (1 + 2 / 2.0)), within(1e-12));
    }
}
