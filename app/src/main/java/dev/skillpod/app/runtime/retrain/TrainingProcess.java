package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.config.Setting;
import dev.skillpod.app.config.Settings;
import dev.skillpod.store.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Starts the process that trains: this very program once more, of low priority, with a heap of its own and no more
 * processors than it has threads.
 *
 * <p>Where the database is and how to log in goes by the environment, which only the same user can read; the command line names the
 * job and nothing else. The process ends when its standard input is closed, that is, when this process ends in any way.
 */
final class TrainingProcess {
    /** The hidden command that trains. */
    static final String COMMAND = "train-job";

    private static final List<String> NOT_HANDED_ON =
            List.of(Setting.ML_SERVICE_TOKEN.name(), "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** Programs that run another one when nothing else wants the processor; the first that may and can is used. */
    private static final List<List<String>> BEHIND_ALL_OTHERS =
            List.of(List.of("chrt", "--idle", "0"), List.of("nice", "-n", "19"));

    private final Settings settings;
    private final DatabaseUrl database;

    TrainingProcess(Settings settings, DatabaseUrl database) {
        this.settings = settings;
        this.database = database;
    }

    /** Starts it. */
    Process start(UUID job, int threads) throws IOException {
        var builder = new ProcessBuilder(command(job, threads)).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        NOT_HANDED_ON.forEach(environment::remove);
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put(Setting.DATABASE_URL.name(), database.withSecrets());
        environment.put(
                Setting.MODEL_PATH.name(), settings.modelPath().toAbsolutePath().toString());
        environment.put(Setting.LOG_LEVEL.name(), "WARN");
        return builder.start();
    }

    private static boolean works(List<String> program) {
        var trial = new ArrayList<>(program);
        trial.add("true");
        try {
            return new ProcessBuilder(trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // it is not there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> command(UUID job, int threads) {
        var command = new ArrayList<String>();
        BEHIND_ALL_OTHERS.stream().filter(TrainingProcess::works).findFirst().ifPresent(command::addAll);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ActiveProcessorCount=" + threads,
                "-Xmx" + settings.retrain().memoryMegabytes() + "m",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "dev.skillpod.app.SkillPod",
                COMMAND,
                job.toString()));
        return command;
    }
}
