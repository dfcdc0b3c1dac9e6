package dev.skillpod.app.runtime.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAgeTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "engagement, 7, fresh",
        "engagement, 8, stale",
        "assessment, 8, stale",
        "postings, 14, fresh",
        "postings, 15, stale",
        "demand, 45, fresh",
        "demand, 46, stale"
    })
    void eachSourceHasItsAge(String source, int days, String state) {
        var freshness = SourceAge.of(source, Optional.of(NOW.minus(Duration.ofDays(days))), NOW);

        assertThat(freshness.state()).isEqualTo(state);
        assertThat(freshness.ageSeconds()).isEqualTo(days * 86_400L);
    }

    @Test
    void anEmptySourceSaysSoAndOneOfTheFutureIsFresh() {
        assertThat(SourceAge.of("postings", Optional.empty(), NOW).state()).isEqualTo("empty");
        assertThat(SourceAge.of("engagement", Optional.of(NOW.plusSeconds(60)), NOW)
                        .ageSeconds())
                .isZero();
    }
}
