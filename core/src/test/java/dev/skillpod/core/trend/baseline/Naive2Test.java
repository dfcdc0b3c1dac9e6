package dev.skillpod.core.trend.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.CompetitionSeries;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.accuracy.MeanErrors;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Naive2Test extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new Naive2();
    }

    /**
     * Golden, by the same definitions in numpy and statsmodels 0.14 (acf; seasonal_decompose, multiplicative, where significant): 16.763592,
     * 778 of 1428 series seasonal. The competition itself published 16.91, with another test for seasons.
     */
    @Test
    void isAsWrongOnTheMonthlySeriesOfM3AsTheBenchmarkOfM4() throws IOException {
        var errors = new MeanErrors();
        for (CompetitionSeries series : CompetitionSeries.read("m3/monthly", 12)) {
            double[] mean = forecaster().fit(series.past()).mean(18);
            errors.add(series.past().values(), 12, series.actual(), mean);
        }
        assertThat(errors.count()).isEqualTo(1428);
        assertThat(errors.smape().orElseThrow()).isCloseTo(16.763592, within(1e-6));
    }
}
