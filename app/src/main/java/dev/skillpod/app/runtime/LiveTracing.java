package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.Optional;

/** The tracing model that reads answers now: the champion, followed as its alias moves. */
public final class LiveTracing implements MasterySource {
    private final ServedVersion<TrainedTracing> champion = ServedVersion.champion(ModelKinds.TRACING);
    private volatile Optional<CurrentModel<TrainedTracing>> serving = Optional.empty();

    /** Reads the champion when it is another one than before. Called by one thread. */
    void follow(Platform platform) {
        serving = champion.followChampion(platform, platform.registry().aliases(TracingModelFiles.MODEL), fit -> {});
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
