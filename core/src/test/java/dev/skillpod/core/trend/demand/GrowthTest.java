package dev.skillpod.core.trend.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void theIntervalHoldsFourFifths() {
        var growth = new Growth(0.1, -0.1, 0.5);
        assertThat(growth.probabilityAbove(-0.1)).isCloseTo(0.9, within(1e-6));
        assertThat(growth.probabilityAbove(0.1)).isCloseTo(0.5, within(1e-6));
        assertThat(growth.probabilityAbove(0.5)).isCloseTo(0.1, within(1e-6));
        assertThat(growth.probabilityAbove(growth.atLeast())).isCloseTo(0.8, within(1e-6));
        assertThat(growth.probabilityAbove(growth.atMost())).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void aDirectionNeedsTwoThirds() {
        // With an interval of ±12.8155 % the deviation is 10 %; two thirds lie above the mean less 4.307 %.
        assertThat(new Growth(0.0732, 0.0732 - 0.128155, 0.0732 + 0.128155).direction())
                .isEqualTo(TrendDirection.RISING);
        assertThat(new Growth(0.0729, 0.0729 - 0.128155, 0.0729 + 0.128155).direction())
                .isEqualTo(TrendDirection.STABLE);
        assertThat(new Growth(-0.0732, -0.0732 - 0.128155, -0.0732 + 0.128155).direction())
                .isEqualTo(TrendDirection.DECLINING);
        assertThat(new Growth(0.5, -0.9, 4).direction()).isEqualTo(TrendDirection.STABLE);
    }

    @Test
    void certainGrowthHasADirectionToo() {
        assertThat(new Growth(0.031, 0.031, 0.031).direction()).isEqualTo(TrendDirection.RISING);
        assertThat(new Growth(0.029, 0.029, 0.029).direction()).isEqualTo(TrendDirection.STABLE);
        assertThat(new Growth(-0.031, -0.031, -0.031).direction()).isEqualTo(TrendDirection.DECLINING);
    }

    @Test
    void whatIsExpectedLiesInTheInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Growth(Double.NaN, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Growth(2, 0, 1))
                .withMessage("expected must be in [0.0, 1.0], the interval, was 2.0");
    }
}
