package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.retrain.TrainingWorker;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the service starts to train beside itself; not for people, who have {@code train}. */
@Command(name = "train-job", hidden = true, description = "Do a training job of the service that starts this process.")
public final class TrainJobCommand implements Callable<Integer> {
    @Parameters(description = "The job.")
    private UUID job = new UUID(0, 0);

    @Override
    public Integer call() {
        return TrainingWorker.run(Settings.read(System.getenv()), job, System.in);
    }
}
