package dev.skillpod.app.command;

import dev.skillpod.app.ServiceApplication;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ServiceRuntime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service. */
@Command(name = "serve", description = "Start the service (the default).")
public final class ServeCommand implements Callable<Integer> {
    /** Tells the caller that threads of the service go on. */
    public static final int KEEP_RUNNING = -1;

    @Option(names = "--dev", description = "Restart by itself when code changes (handled by ./skillpod).")
    private boolean dev;

    @Override
    public Integer call() {
        if (dev) {
            throw new IllegalArgumentException("--dev needs the sources: run it as ./skillpod serve --dev");
        }
        Settings settings = Settings.read(System.getenv());
        ServiceApplication.startLogging();
        var runtime = new ServiceRuntime(settings);
        runtime.start(failure -> {
            OneLineErrors.print(failure);
            System.exit(2);
        });
        ServiceApplication.run(
                settings, runtime, key -> System.out.println("admin key of this start: " + key.reveal()));
        return KEEP_RUNNING;
    }
}
