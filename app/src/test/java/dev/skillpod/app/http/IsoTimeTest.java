package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.app.http.validation.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02t03:04:05z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.123456789+02:00, 2026-01-02T01:04:05.123456Z",
        "2026-01-02T03:04:05-23:59, 2026-01-03T03:03:05Z",
        "2026-01-02T03:04:05.5+19:30, 2026-01-01T07:34:05.500Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2026-01-02T03:04Z, 2026-01-02T03:04:00Z"
    })
    void readsTimesWithAnOffset(String text, String instant) {
        assertThat(IsoTime.instant(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02 03:04:05Z",
                "2026-13-02T03:04:05Z",
                "2026-02-30T03:04:05Z",
                "2026-01-02T25:00:00Z",
                "2026-01-02T03:04:05+24:00",
                "1767225600",
                "+99999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "2026-02-30T03:04:05-23:00"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> IsoTime.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
