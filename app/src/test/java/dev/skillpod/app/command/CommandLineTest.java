package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
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
    @ValueSource(strings = {"serve", "import", "train", "evaluate", "models", "audit"})
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
