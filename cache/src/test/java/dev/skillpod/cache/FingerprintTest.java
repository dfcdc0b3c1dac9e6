package dev.skillpod.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    record Point(String name, double x, List<Integer> more) {}

    record Other(String name, double x, List<Integer> more) {}

    enum Letter {
        A,
        B
    }

    @Test
    void isTheSameInEveryProcess() {
        assertThat(Fingerprint.of("a", 1L, Letter.A))
                .isEqualTo(Fingerprint.of("a", 1, Letter.A))
                .hasSize(32);
        assertThat(Fingerprint.of(new Point("p", 0.5, List.of(1, 2))))
                .isEqualTo(Fingerprint.of(new Point("p", 0.5, List.of(1, 2))));
    }

    @Test
    void differentContentsNeverLookAlike() {
        List<String> all = Stream.of(
                        Fingerprint.of("ab", "c"),
                        Fingerprint.of("a", "bc"),
                        Fingerprint.of("abc"),
                        Fingerprint.of(List.of("ab", "c")),
                        Fingerprint.of(Set.of("ab", "c")),
                        Fingerprint.of("1"),
                        Fingerprint.of(1),
                        Fingerprint.of(1.0),
                        Fingerprint.of(true),
                        Fingerprint.of((Object) null),
                        Fingerprint.of("A"),
                        Fingerprint.of(Letter.A),
                        Fingerprint.of(Letter.B),
                        Fingerprint.of(new Point("p", 0.5, List.of(1, 2))),
                        Fingerprint.of(new Point("p", 0.5, List.of(2, 1))),
                        Fingerprint.of(new Other("p", 0.5, List.of(1, 2))),
                        Fingerprint.of(Instant.EPOCH),
                        Fingerprint.of(Instant.EPOCH.plusNanos(1)),
                        Fingerprint.of(new float[] {1}),
                        Fingerprint.of(new double[] {1}),
                        Fingerprint.of(Map.of("a", "b")),
                        Fingerprint.of(Map.of("b", "a")))
                .toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void setsAndMapsHaveNoOrder() {
        var forth = new LinkedHashSet<>(List.of("a", "b", "c"));
        var back = new LinkedHashSet<>(List.of("c", "b", "a"));
        var map = new LinkedHashMap<String, Optional<Integer>>();
        map.put("y", Optional.empty());
        map.put("x", Optional.of(1));

        assertThat(Fingerprint.of(forth)).isEqualTo(Fingerprint.of(back));
        assertThat(Fingerprint.of(map)).isEqualTo(Fingerprint.of(Map.of("x", Optional.of(1), "y", Optional.empty())));
    }

    @Test
    void refusesWhatHasNoContent() {
        assertThatThrownBy(() -> Fingerprint.of(new Object())).hasMessageContaining("java.lang.Object");
    }
}
