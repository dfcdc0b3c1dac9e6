package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against R: {@code pnorm(c(-4,-1,0,0.5,1.96))}, {@code qnorm(c(1e-6,0.01,0.5,0.8,0.975))}. */
class NormalTest {
    @Test
    void probabilitiesAreThoseOfTables() {
        assertThat(Normal.cumulative(-4)).isCloseTo(3.167124e-05, within(1e-7));
        assertThat(Normal.cumulative(-1)).isCloseTo(0.1586553, within(1e-7));
        assertThat(Normal.cumulative(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Normal.cumulative(0.5)).isCloseTo(0.6914625, within(1e-7));
        assertThat(Normal.cumulative(1.96)).isCloseTo(0.9750021, within(1e-7));
        assertThat(Normal.cumulative(50)).isEqualTo(1);
        assertThat(Normal.cumulative(-50)).isEqualTo(0);
    }

    @Test
    void quantilesAreThoseOfTables() {
        assertThat(Normal.quantile(1e-6)).isCloseTo(-4.753424309, within(1e-7));
        assertThat(Normal.quantile(0.01)).isCloseTo(-2.326347874, within(1e-8));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
        assertThat(Normal.quantile(0.8)).isCloseTo(0.8416212336, within(1e-8));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Normal.quantile(1 - 1e-6)).isCloseTo(4.753424309, within(1e-7));
    }

    @Test
    void certaintyHasNoQuantile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.quantile(1))
                .withMessage("probability must be in (0, 1), was 1.0");
    }
}
