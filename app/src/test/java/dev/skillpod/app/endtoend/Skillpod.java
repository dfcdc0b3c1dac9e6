package dev.skillpod.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A command of this very build beside a service.
 *
 * @param code its exit code
 * @param out what it said on standard output
 * @param err what it said on standard error, but for the JVM's word on its modules
 */
record Skillpod(int code, String out, String err) {
    /** Runs a command to its end. */
    static Skillpod run(Service service, String... arguments) {
        try {
            Process process = start(service, arguments);
            var err = CompletableFuture.supplyAsync(() -> read(process.errorReader(StandardCharsets.UTF_8)));
            String out = read(process.inputReader(StandardCharsets.UTF_8));
            return new Skillpod(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Process start(Service service, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.skillpod.app.SkillPod"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment()
                .put("MODEL_PATH", service.models().toAbsolutePath().toString());
        builder.environment()
                .put("DATABASE_URL", RealPostgres.url(service.database().url()));
        return builder.start();
    }

    private static String read(java.io.BufferedReader reader) {
        return String.join(
                "\n",
                reader.lines()
                        .filter(line -> !line.contains("Using incubator modules"))
                        .toList());
    }
}
