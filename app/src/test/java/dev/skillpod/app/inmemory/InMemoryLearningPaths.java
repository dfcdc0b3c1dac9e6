package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearningPathSource;
import dev.skillpod.app.serving.PathLog;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.SearchConfig;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.text.WordHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Learning paths over a catalogue in memory, without trained models. The path of the examples is there from the start. */
public final class InMemoryLearningPaths implements LearningPathSource, PathLog {
    private static final UUID EXAMPLE = UUID.fromString("5c1f7a3e-8d2b-4f60-9a41-0e6b7c8d9e10");

    private final CatalogSource catalog;
    private final LearnerArchive archive;
    private final Map<UUID, PlannedPath> paths = new HashMap<>();
    private volatile Runnable before = () -> {};

    /** Plans over a catalogue; keeps no path of a learner who was erased meanwhile. */
    public InMemoryLearningPaths(CatalogSource catalog, LearnerArchive archive) {
        this.catalog = catalog;
        this.archive = archive;
        paths.put(
                EXAMPLE,
                new PlannedPath(
                        EXAMPLE,
                        new LearnerKey("default", "user-42"),
                        1,
                        "p",
                        "m",
                        "{\"request\":{\"user_context\":{\"user_id\":\"user-42\",\"tenant_id\":\"default\"},"
                                + "\"target_role\":\"backend-engineer\"},\"done\":[],\"completions\":0,\"assessments\":0}",
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    /** Runs something before each plan. */
    public void before(Runnable before) {
        this.before = before;
    }

    @Override
    public LearningPaths learningPaths() {
        before.run();
        var index = new CatalogIndex(catalog.catalog(), CatalogEmbedding.of(catalog.catalog(), new WordHash()));
        return new LearningPaths(
                new ContentPathPlanner(
                        index,
                        new RoleMatcher(index),
                        LevelModel.untrained(),
                        ProgressModel.parse(""),
                        ContentStatistics.none(index.contentCount()),
                        SearchConfig.defaults()),
                LearningPaths.UNTRAINED,
                LearningPaths.UNTRAINED,
                "none");
    }

    @Override
    public synchronized boolean add(PlannedPath path) {
        if (archive.erasedSince(path.learner(), path.createdAt())) {
            return false;
        }
        paths.put(path.id(), path);
        return true;
    }

    @Override
    public synchronized Optional<PlannedPath> find(String tenantId, UUID id) {
        return Optional.ofNullable(paths.get(id))
                .filter(path -> path.learner().tenantId().equals(tenantId));
    }

    @Override
    public synchronized boolean replace(PlannedPath path) {
        return find(path.learner().tenantId(), path.id())
                .filter(old -> old.version() == path.version() - 1)
                .map(old -> paths.put(path.id(), path))
                .isPresent();
    }
}
