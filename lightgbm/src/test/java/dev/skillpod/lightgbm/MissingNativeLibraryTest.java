package dev.skillpod.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MissingNativeLibraryTest {
    /** A second JVM finds an empty file where the loader looks for libgomp first, which is as good as none. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutLibgompIsToldWhatToInstall(@TempDir Path libraries) throws IOException, InterruptedException {
        Files.createFile(libraries.resolve("libgomp.so.1"));
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Train.class.getName());
        java.environment().put("LD_LIBRARY_PATH", libraries.toString());
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String refusal =
                "MissingNativeLibraryException: LightGBM needs the OpenMP runtime libgomp, which cannot be loaded;"
                        + " install it (Debian and Ubuntu: apt-get install libgomp1, Fedora: dnf install libgomp, Alpine: apk add"
                        + " libgomp)";
        assertThat(output.lines().filter(line -> line.endsWith(refusal))).hasSize(2);
    }

    /** Trains twice, since a failed first load must not spoil the message of the second. */
    static final class Train {
        public static void main(String[] arguments) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    new LightGbmTrainer()
                            .fit(
                                    RandomTables.regression(1, 100),
                                    Optional.empty(),
                                    TreeConfig.defaults(new TreeObjective.Regression()));
                } catch (MissingNativeLibraryException e) {
                    System.out.println(e);
                }
            }
        }
    }
}
