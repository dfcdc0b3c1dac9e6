package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.Optional;

/** The tracing model that reads answers now; read again when its current version changes. */
public final class LiveTracing implements MasterySource {
    private volatile Optional<CurrentModel<TrainedTracing>> serving = Optional.empty();
    private String version = "";

    /**
     * Reads the current version when it is another one than before. Called by one thread.
     *
     * @return whether it was another one
     */
    boolean follow(Platform platform) {
        String now = CurrentModel.version(platform, TracingModelFiles.MODEL);
        if (now.equals(version)) {
            return false;
        }
        serving = current(platform);
        version = now;
        return true;
    }

    /** Returns the current version; empty when there is none, or none that this program can read. */
    static Optional<CurrentModel<TrainedTracing>> current(Platform platform) {
        return CurrentModel.read(platform, TracingModelFiles.MODEL, TracingModelFiles::read);
    }

    /** Returns the model that is loaded, if one is. */
    Optional<LoadedModel> loaded() {
        return serving.map(current -> current.loaded(TracingModelFiles.MODEL));
    }

    @Override
    public Optional<Tracing> tracing() {
        return serving.map(current -> new Tracing(
                current.trained(),
                current.stored().version(),
                current.stored().provenance().dataSource()));
    }
}
