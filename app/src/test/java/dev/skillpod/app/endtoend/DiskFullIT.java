package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MODEL_PATH on a small file system of its own that is full when a version is written. Needs the right to mount. */
@Tag("faults")
class DiskFullIT {
    private final Path models =
            Path.of("target", "endtoend", "disk-full-models").toAbsolutePath();
    private Service service;

    @Test
    void aTrainingThatFindsTheDiskFullEndsInOneLineAndChangesNothing() throws Exception {
        Files.createDirectories(models);
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", models.toString()))
                .as("may mount a file system")
                .isZero();
        service = new Service("disk-full", Map.of("MODEL_PATH", models.toString(), "STARTER_WORLD", "true"));
        service.start();
        service.awaitReady(Duration.ofMinutes(10));
        new Trainings(service).awaitFirst();
        Ask ask = Ask.of(StarterService.TENANT, "starter-00042");
        Answer before = Answer.of(service.generate(ask));
        List<String> files = files();
        fill();

        Process train = skillpod("train", "--model", "gap-values", "--seed", "7");
        String said = new String(train.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(train.waitFor(10, TimeUnit.MINUTES)).isTrue();

        System.out.println("disk full: exit code " + train.exitValue() + ", last line: "
                + said.strip().lines().reduce("", (a, b) -> b));
        assertThat(train.exitValue()).isEqualTo(2);
        assertThat(said.strip().lines().reduce("", (a, b) -> b))
                .contains("cannot save model")
                .contains("No space left on device");
        assertThat(said).doesNotContain("\tat ");
        assertThat(files()).isEqualTo(files);
        Answer after = Answer.of(service.generate(ask));
        assertThat(after.modelVersion()).isEqualTo(before.modelVersion());
        assertThat(after.contentIds()).isEqualTo(before.contentIds());
        assertThat(service.get("/ready").status()).isEqualTo(200);
    }

    @AfterEach
    void unmount() throws Exception {
        if (service != null) {
            service.close();
        }
        run("umount", models.toString());
    }

    private void fill() throws IOException {
        var block = new byte[1 << 16];
        try (var out = Files.newOutputStream(models.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** Returns all files but the filler. */
    private List<String> files() throws IOException {
        try (var all = Files.walk(models)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> models.relativize(path).toString())
                    .filter(path -> !path.equals("filler"))
                    .sorted()
                    .toList();
        }
    }

    /** Runs a command of this very build beside the service. */
    private Process skillpod(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.skillpod.app.SkillPod"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MODEL_PATH", models.toString());
        builder.environment()
                .put("DATABASE_URL", RealPostgres.url(service.database().url()));
        return builder.start();
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
