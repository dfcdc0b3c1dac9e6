package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.LearningPathSource;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.SearchConfig;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What plans learning paths now: over the catalogue and with the models that recommendations are made with. Thread-safe. */
public final class LiveLearningPaths implements LearningPathSource {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private volatile @Nullable LearningPaths serving;

    @Override
    public LearningPaths learningPaths() {
        LearningPaths now = serving;
        if (now == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return now;
    }

    /**
     * Plans with something else from now on.
     *
     * @param models the trained parts, or null when nothing is trained
     * @param statistics how contents did so far, in the catalogue's order
     */
    void follow(CatalogIndex index, @Nullable ServingModels models, ContentStatistics statistics) {
        var planner = new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                models == null ? LevelModel.untrained() : models.levels(),
                models == null ? ProgressModel.parse("") : models.progress(),
                statistics,
                SearchConfig.defaults());
        serving = new LearningPaths(
                planner,
                models == null ? LearningPaths.UNTRAINED : models.version(),
                models == null ? "none" : models.dataSource());
    }
}
