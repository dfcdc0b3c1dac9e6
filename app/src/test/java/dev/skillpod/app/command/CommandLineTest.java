package dev.skillpod.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.SkillPod;
import dev.skillpod.app.config.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    /** What a command did. */
    private record Ran(int code, String out, String err) {
        static Ran of(String... words) {
            PrintStream outBefore = System.out;
            PrintStream errBefore = System.err;
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, UTF_8));
            System.setErr(new PrintStream(err, true, UTF_8));
            try {
                int code = SkillPod.commandLine().execute(words);
                return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
            } finally {
                System.setOut(outBefore);
                System.setErr(errBefore);
            }
        }

        /** Checks for exit code 2 and one line on standard error, and returns it. */
        String failure() {
            assertThat(code).as(err).isEqualTo(2);
            assertThat(out).isEmpty();
            assertThat(err).startsWith("skillpod: ").endsWith("\n");
            assertThat(err.strip()).doesNotContain("\n");
            return err.strip();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | nonsense",
                "import | PATH",
                "import a b | b",
                "import . --format xml | xml",
                "import . --nonsense | --nonsense",
                "train --threads many | many",
                "train --seed | --seed",
                "evaluate --nonsense | --nonsense",
                "models all | all",
                "serve --port 1 | --port",
                "serve --dev | ./skillpod serve --dev",
                "help nonsense | nonsense"
            })
    void whatIsWrongIsOneLineThatNamesIt(String line, String named) {
        assertThat(Ran.of(line.split(" ")).failure()).contains(named);
    }

    @Test
    void anUnknownCommandIsToldTheKnownOnes() {
        assertThat(Ran.of("recomend").failure()).contains("serve", "import", "train", "evaluate", "models", "help");
    }

    @Test
    void helpNamesEveryCommand() {
        Ran help = Ran.of("help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("serve", "import", "train", "evaluate", "models");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "import", "train", "evaluate", "models"})
    void helpExplainsEachCommand(String command) {
        Ran help = Ran.of("help", command);

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains(command).hasLineCount((int)
                help.out().lines().count());
        assertThat(help.out().lines().count()).isGreaterThan(1);
    }

    @Test
    void helpSettingsIsATableWithEveryVariable() {
        Ran help = Ran.of("help", "settings");

        assertThat(help.code()).isZero();
        assertThat(help.out().lines())
                .hasSize(2 + Setting.values().length)
                .allMatch(line -> line.startsWith("| ") && line.endsWith(" |"));
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
            assertThat(help.out()).contains("| `" + setting + "` | " + fallback + " | " + setting.description() + " |");
        }
    }
}
