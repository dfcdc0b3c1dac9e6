package dev.skillpod.core.path.kss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skillpod.core.path.practice.PracticeDynamics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KssDynamicsTest {
    private final KssDynamics dynamics = new KssDynamics();

    @Test
    void aRootGainsHalfOfWhatIsMissingAndPassesItOn() {
        var abilities = new double[10];

        dynamics.practise(abilities, 0, 0);

        // 0 to 4 and 8: walks 0-1-3-4, 0-2-4, each continued to 8, and 0-2-8
        assertThat(abilities)
                .containsExactly(
                        new double[] {
                            2.5,
                            1.25,
                            1.25,
                            0.625,
                            2.5 * (0.25 + 0.125),
                            0,
                            0,
                            0,
                            2.5 * (0.25 + 0.125 + 0.0625),
                            2.5 * (0.125 + 0.0625 + 0.03125)
                        },
                        within(1e-12));
    }

    @Test
    void missingPrerequisitesStopLearning() {
        var abilities = new double[10];
        abilities[0] = 5;

        assertThat(dynamics.gain(abilities, 0, 1)).isEqualTo(2.5);
        assertThat(dynamics.gain(abilities, 0, 4)).isCloseTo(2.5 * Math.exp(-15), within(1e-15));
    }

    @Test
    void neighboursAreAcceptedAndAtFirstEverything() {
        assertThat(dynamics.accepted(PracticeDynamics.NO_ITEM)).hasSize(10);
        assertThat(dynamics.accepted(0)).containsExactly(0, 1, 2);
        assertThat(dynamics.accepted(9)).containsExactly(2, 4, 5, 7, 8, 9);
        assertThat(dynamics.accepts(0, 5)).isFalse();
    }

    @Test
    void reproducesTheReleasedCode() throws IOException {
        Path file = shared();
        assumeTrue(Files.exists(file), "KSS is absent: set SKILLPOD_SHARED_DATA to a directory with paths/kss");
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            double[] abilities = numbers(line, "state");
            double[] path = numbers(line, "path");
            double[] answers = numbers(line, "obs");
            int last = line.contains("\"last\": null") ? -1 : (int) Double.parseDouble(field(line, "last"));
            for (int step = 0; step < path.length; step++) {
                int item = (int) path[step];
                if (dynamics.accepts(last, item)) {
                    dynamics.practise(abilities, 0, item);
                    last = item;
                }
                assertThat(dynamics.answers(abilities, 0, item)).isEqualTo(answers[step] == 1);
            }
            assertThat(abilities).containsExactly(numbers(line, "final"), within(1e-9));
        }
        assertThat(lines).hasSize(500);
    }

    private static Path shared() {
        return Stream.of(
                        System.getenv("SKILLPOD_SHARED_DATA"),
                        "../shared/data",
                        "../../shared/data",
                        "../../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder, "paths", "kss", "kss_v1_parity.jsonl"))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("absent"));
    }

    private static String field(String line, String name) {
        return line.replaceAll(".*\"" + name + "\": ([^,}]*).*", "$1");
    }

    private static double[] numbers(String line, String name) {
        String list = line.replaceAll(".*\"" + name + "\": \\[([^\\]]*)\\].*", "$1");
        return Arrays.stream(list.split(", ")).mapToDouble(Double::parseDouble).toArray();
    }
}
