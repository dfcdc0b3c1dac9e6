package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class StarterConfigTest {
    private static final StarterConfig DEFAULTS = StarterConfig.defaults();

    @Test
    void defaultsSpanTheYearBeforeTheEnd() {
        assertThat(DEFAULTS.end()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(DEFAULTS.start()).isEqualTo(Instant.parse("2025-11-01T00:00:00Z"));
        assertThat(DEFAULTS.lastDemandMonth()).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> DEFAULTS.withLearners(0)).hasMessage("learners must be in [1, 99999], was 0");
        assertThatThrownBy(() -> DEFAULTS.withConfounderStrength(2.5))
                .hasMessage("confounderStrength must be in [0, 2], was 2.5");
        assertThatThrownBy(() -> DEFAULTS.withConfounderStrength(Double.NaN))
                .hasMessage("confounderStrength must be in [0, 2], was NaN");
        assertThatThrownBy(() -> new StarterConfig(1, 10, 61, 72, 0, DEFAULTS.end(), 10))
                .hasMessage("activityMonths must be in [1, 60], was 61");
        assertThatThrownBy(() -> new StarterConfig(1, 10, 12, 11, 0, DEFAULTS.end(), 10))
                .hasMessage("demandMonths must be in [12, 240], was 11");
        assertThatThrownBy(() -> new StarterConfig(1, 10, 12, 72, 0, DEFAULTS.end(), 51))
                .hasMessage("listLength must be in [1, 50], was 51");
        assertThatThrownBy(() -> new StarterConfig(1, 10, 12, 72, 0, Instant.MAX, 10))
                .hasMessageStartingWith("end must be in [2000-01-01T00:00:00Z, 2100-01-01T00:00:00Z], was ");
    }
}
