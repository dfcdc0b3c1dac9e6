package dev.skillpod.core.trend.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastErrorsTest {
    private static final double[] PAST = {10, 20, 12, 26};

    @Test
    void smapeIsTheMeanOfSymmetricPercentages() {
        // 200 * 10 / 190 at the first step, 0 at the second, 200 where only the truth is 0
        assertThat(ForecastErrors.smape(new double[] {100, 5, 0}, new double[] {90, 5, 3}))
                .isCloseTo((2000.0 / 190 + 0 + 200) / 3, within(1e-12));
    }

    @Test
    void smapeOfZeroForecastAsZeroIsZero() {
        assertThat(ForecastErrors.smape(new double[] {0, 0}, new double[] {0, 0}))
                .isZero();
    }

    @Test
    void maseIsScaledByTheSeasonalDifferencesOfThePast() {
        // lag 2: |12 - 10| and |26 - 20|, mean 4; lag 1: 10, 8, 14, mean 32 / 3
        double[] actual = {30, 40};
        double[] forecast = {28, 46};

        assertThat(ForecastErrors.mase(PAST, 2, actual, forecast)).hasValue(1);
        assertThat(ForecastErrors.mase(PAST, 1, actual, forecast)).hasValue(4 / (32.0 / 3));
    }

    @Test
    void scaledErrorsOfAPastWithoutChangeAreEmpty() {
        double[] one = {1};
        assertThat(ForecastErrors.mase(new double[] {5, 5, 5}, 1, one, one)).isEmpty();
        assertThat(ForecastErrors.mase(new double[] {5, 6}, 2, one, one)).isEmpty();
        assertThat(ForecastErrors.msis(new double[] {5}, 1, one, one, one, 0.95))
                .isEmpty();
    }

    @Test
    void intervalsPayForTheirWidthAndFortyTimesForEachMiss() {
        double[] actual = {10, 25, 1};
        double[] lower = {8, 10, 3};
        double[] upper = {12, 20, 9};

        // widths 4, 10, 6; misses 5 above and 2 below; scale 4
        assertThat(ForecastErrors.msis(PAST, 2, actual, lower, upper, 0.95).orElseThrow())
                .isCloseTo((20 + 40 * 7) / 3.0 / 4, within(1e-9));
        assertThat(ForecastErrors.coverage(actual, lower, upper)).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void wmapeWeighsByTheTruth() {
        assertThat(ForecastErrors.wmape(new double[] {10, 30}, new double[] {12, 24}))
                .hasValue(0.2);
        assertThat(ForecastErrors.wmape(new double[] {0}, new double[] {1})).isEmpty();
    }

    @Test
    void refusesArraysThatDoNotMatch() {
        assertThatThrownBy(() -> ForecastErrors.smape(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("were 2 and 3");
        assertThatThrownBy(() -> ForecastErrors.naiveScale(PAST, 0)).hasMessageContaining("was 0");
    }
}
