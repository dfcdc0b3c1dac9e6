package dev.skillpod.core.trend.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanErrorsTest {
    @Test
    void owaDividesMeansAndNotSeries() {
        var method = new MeanErrors();
        var benchmark = new MeanErrors();
        double[] past = {1, 2, 3};
        double[] first = {100};
        double[] second = {1};
        method.add(past, 1, first, new double[] {90});
        method.add(past, 1, second, new double[] {1});
        benchmark.add(past, 1, first, new double[] {80});
        benchmark.add(past, 1, second, new double[] {3});

        double smape = (2000.0 / 190) / (4000.0 / 180 + 100);
        double mase = 10.0 / 22;
        assertThat(method.owa(benchmark).orElseThrow()).isCloseTo((smape + mase) / 2, within(1e-12));
        assertThat(benchmark.owa(benchmark)).hasValue(1);
        assertThat(method.wmape().orElseThrow()).isCloseTo(10.0 / 101, within(1e-12));
    }

    @Test
    void aConstantPastCountsForPercentagesOnly() {
        var errors = new MeanErrors();
        errors.add(new double[] {4, 4}, 1, new double[] {4}, new double[] {5});

        assertThat(errors.count()).isEqualTo(1);
        assertThat(errors.smape()).isPresent();
        assertThat(errors.mase()).isEmpty();
        assertThat(errors.owa(errors)).isEmpty();
    }
}
