package dev.skillpod.core.recommend.candidate.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlsConfigTest {
    @Test
    void namesRangeAndValueOfWhatIsWrong() {
        AlsConfig good = AlsConfig.defaults();
        assertThatThrownBy(() -> good.withFactors(0)).hasMessage("factors must be in [1, 1024], was 0");
        assertThatThrownBy(() -> good.withIterations(1001)).hasMessage("iterations must be in [1, 1000], was 1001");
        assertThatThrownBy(() -> good.withRegularization(0, 1))
                .hasMessage("regularization must be in (0, 1000000], was 0.0");
        assertThatThrownBy(() -> good.withRegularization(1, Double.NaN))
                .hasMessage("regularizationExponent must be in [0, 2], was NaN");
        assertThatThrownBy(() -> good.withUnobservedWeight(-1))
                .hasMessage("unobservedWeight must be in [0, 1000000], was -1.0");
        assertThatThrownBy(() -> new AlsConfig(1, 1, 1, 1, 1, 101))
                .hasMessage("initialDeviation must be in (0, 100], was 101.0");
    }

    @Test
    void regularisationGrowsWithTheEntriesAsTheExponentSays() {
        AlsConfig config = new AlsConfig(1, 1, 0.5, 1, 0.1, 0.1);
        assertThat(config.regularizationOf(20, 100)).isEqualTo(15f);
        assertThat(config.withRegularization(0.5, 0).regularizationOf(20, 100)).isEqualTo(0.5f);
    }
}
