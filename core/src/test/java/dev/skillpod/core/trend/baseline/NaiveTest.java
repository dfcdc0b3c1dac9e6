package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class NaiveTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new Naive();
    }

    @Test
    void repeatsTheLastValueAndGrowsUnsureWithTheRootOfTime() {
        var fitted = forecaster().fit(TimeSeries.of(new double[] {1, 4, 0}, 1));

        assertThat(fitted.mean(3)).containsExactly(0, 0, 0);
        // changes 3 and -4
        double sigma = Math.sqrt(12.5);
        assertThat(fitted.deviation(4)[0]).isCloseTo(sigma, within(1e-12));
        assertThat(fitted.deviation(4)[3]).isCloseTo(2 * sigma, within(1e-12));
    }

    @Test
    void refusesImpossibleHorizons() {
        var fitted = forecaster().fit(TimeSeries.of(new double[] {1}, 1));

        assertThatThrownBy(() -> fitted.mean(0)).hasMessage("horizon must be in [1, 1000], was 0");
        assertThatThrownBy(() -> fitted.deviation(1001)).hasMessage("horizon must be in [1, 1000], was 1001");
    }
}
