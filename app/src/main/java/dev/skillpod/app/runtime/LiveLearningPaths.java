package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.LearningPathSource;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.path.content.SearchConfig;
import dev.skillpod.core.path.content.TrainedPathPolicy;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What plans learning paths now: over the catalogue and with the models that recommendations are made with. Thread-safe. */
public final class LiveLearningPaths implements LearningPathSource {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofMillis(300);

    private volatile @Nullable LearningPaths serving;
    private volatile Optional<LoadedModel> loaded = Optional.empty();

    @Override
    public LearningPaths learningPaths() {
        LearningPaths now = serving;
        if (now == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return now;
    }

    /** Returns the policy that is loaded, if one is. */
    Optional<LoadedModel> loaded() {
        return loaded;
    }

    /** Returns the current policy; empty when there is none, or none that this program can read. */
    static Optional<CurrentModel<TrainedPathPolicy>> current(Platform platform) {
        return CurrentModel.read(platform, PathPolicyFiles.MODEL, PathPolicyFiles::read);
    }

    /**
     * Plans with something else from now on.
     *
     * @param models the trained parts, or null when nothing is trained
     * @param statistics how contents did so far, in the catalogue's order
     * @param policy what guides the search; empty searches without
     */
    void follow(
            CatalogIndex index,
            @Nullable ServingModels models,
            ContentStatistics statistics,
            Optional<CurrentModel<TrainedPathPolicy>> policy) {
        var planner = new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                models == null ? LevelModel.untrained() : models.levels(),
                models == null ? ProgressModel.parse("") : models.progress(),
                statistics,
                SearchConfig.defaults(),
                policy.map(p -> p.trained().policy()).orElse(null),
                policy.map(p -> p.trained().calibration()).orElseGet(PathCalibration::assumed));
        if (serving == null) {
            warmUp(planner, index.catalog());
        }
        loaded = policy.map(p -> p.loaded(PathPolicyFiles.MODEL));
        serving = new LearningPaths(
                planner,
                models == null ? LearningPaths.UNTRAINED : models.version(),
                policy.map(p -> p.stored().version()).orElse(LearningPaths.UNTRAINED),
                models == null ? "none" : models.dataSource());
    }

    /** Plans for nobody, role by role, so that the JVM has compiled what serving runs before the first request comes. */
    private static void warmUp(ContentPathPlanner planner, Catalog catalog) {
        long end = System.nanoTime() + WARM_UP.toNanos();
        var limits = new PathLimits(LearnerProfile.DEFAULT_WEEKLY_HOURS, 12, 20, Set.of(), List.of(), Set.of());
        for (Role role : catalog.roles()) {
            if (System.nanoTime() > end) {
                return;
            }
            List<Requirement> goal = role.requirements().stream()
                    .map(r -> new Requirement(
                            r.skillId(),
                            r.skillId(),
                            r.requiredLevel(),
                            r.importance(),
                            List.of(new Evidence.ByRole(role.id(), role.title(), r.requiredLevel(), r.importance()))))
                    .toList();
            var nobody = LearnerHistory.of(new LearnerKey("warm-up", role.id()), LearnerProfile.empty());
            planner.plan(new ContentPathRequest(nobody, goal, limits, Instant.now()));
        }
    }
}
