package dev.skillpod.core.trend.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.TimeSeries;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final double[] FACTORS = {0.5, 1.5, 1.2, 0.8};
    private static final double[] SHIFTS = {-30, 10, 25, -5};

    @Test
    void findsFactorsOfALevel() {
        double[] values = new double[18];
        for (int t = 0; t < values.length; t++) {
            values[t] = 200 * FACTORS[t % 4];
        }
        TimeSeries series = TimeSeries.of(values, 4);
        var seasons = Decomposition.of(series);

        assertThat(seasons.multiplicative()).isTrue();
        for (int s = 0; s < 4; s++) {
            assertThat(seasons.index(s)).isCloseTo(FACTORS[s], within(1e-12));
        }
        for (double rest : seasons.adjust(series).values()) {
            assertThat(rest).isCloseTo(200, within(1e-9));
        }
        double[] mean = {200, 200, 200};
        seasons.season(mean);
        // 18 steps are 4 seasons and a half: the forecast begins with the third step of the season
        assertThat(mean).containsExactly(new double[] {240, 160, 100}, within(1e-9));
        double[] deviation = {10, 10, 10};
        seasons.seasonDeviation(deviation);
        assertThat(deviation).containsExactly(new double[] {12, 8, 5}, within(1e-9));
    }

    @Test
    void findsShiftsOfALineThatCrossesZero() {
        double[] values = new double[40];
        for (int t = 0; t < values.length; t++) {
            values[t] = 3 * t - 40 + SHIFTS[t % 4];
        }
        TimeSeries series = TimeSeries.of(values, 4);
        var seasons = Decomposition.of(series);

        assertThat(seasons.multiplicative()).isFalse();
        double[] rest = seasons.adjust(series).values();
        for (int t = 0; t < rest.length; t++) {
            assertThat(seasons.index(t)).isCloseTo(SHIFTS[t % 4], within(1e-9));
            assertThat(rest[t]).isCloseTo(3 * t - 40, within(1e-9));
        }
    }

    @Test
    void addsWhereAFactorWouldBeNearZero() {
        double[] values = new double[24];
        for (int t = 0; t < values.length; t++) {
            values[t] = t % 4 == 0 ? 1e-6 : 100;
        }
        assertThat(Decomposition.of(TimeSeries.of(values, 4)).multiplicative()).isFalse();
    }

    @Test
    void handlesSeasonsOfAnOddNumberOfSteps() {
        double[] values = new double[17];
        for (int t = 0; t < values.length; t++) {
            values[t] = 10 * (1 + t % 5);
        }
        var seasons = Decomposition.of(TimeSeries.of(values, 5));

        for (int s = 0; s < 5; s++) {
            assertThat(seasons.index(s)).isCloseTo((1 + s) / 3.0, within(1e-12));
        }
    }

    @Test
    void refusesLessThanTwoSeasons() {
        assertThatThrownBy(() -> Decomposition.of(TimeSeries.of(new double[7], 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was 7 steps of frequency 4");
    }
}
