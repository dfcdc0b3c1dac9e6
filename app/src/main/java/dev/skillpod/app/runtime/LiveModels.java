package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ModelStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models in service, of all capabilities. */
final class LiveModels implements ModelStatus {
    private final LiveRecommender recommender;
    private final LiveSkillGaps skillGaps;
    private final LiveLearningPaths learningPaths;

    LiveModels(LiveRecommender recommender, LiveSkillGaps skillGaps, LiveLearningPaths learningPaths) {
        this.learningPaths = learningPaths;
        this.recommender = recommender;
        this.skillGaps = skillGaps;
    }

    @Override
    public List<LoadedModel> loaded() {
        return Stream.of(recommender.loaded().stream(), skillGaps.loaded().stream(), learningPaths.loaded().stream())
                .flatMap(models -> models)
                .toList();
    }

    @Override
    public Optional<String> notReady() {
        return recommender.notReady();
    }
}
