package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ModelStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models in service, of all capabilities. */
final class LiveModels implements ModelStatus {
    private final LiveRecommender recommender;
    private final LiveSkillGaps skillGaps;
    private final LiveTracing tracing;

    LiveModels(LiveRecommender recommender, LiveSkillGaps skillGaps, LiveTracing tracing) {
        this.recommender = recommender;
        this.skillGaps = skillGaps;
        this.tracing = tracing;
    }

    @Override
    public List<LoadedModel> loaded() {
        return Stream.of(recommender.loaded().stream(), skillGaps.loaded().stream(), tracing.loaded().stream())
                .flatMap(models -> models)
                .toList();
    }

    @Override
    public Optional<String> notReady() {
        return recommender.notReady();
    }
}
