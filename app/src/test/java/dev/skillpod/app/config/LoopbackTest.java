package dev.skillpod.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names and addresses are this machine alone. */
class LoopbackTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST, true",
        "127.0.0.1, true",
        "127.8.9.10, true",
        "::1, true",
        "[::1], true",
        "::ffff:127.0.0.1, true",
        "0.0.0.0, false",
        "'', false",
        "::, false",
        "10.0.0.1, false",
        "localhost.evil.example, false",
        "127.0.0.1.nip.io, false",
        "evil.example, false"
    })
    void onlyLiteralsAndLocalhostAreThisMachine(String host, boolean loopback) {
        assertThat(Loopback.is(host)).isEqualTo(loopback);
    }
}
