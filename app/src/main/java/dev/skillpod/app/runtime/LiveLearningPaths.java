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
import dev.skillpod.core.model.ModelAliases;
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
    private static final Duration TRIAL = Duration.ofMillis(50);

    private final ServedVersion<TrainedPathPolicy> champion = ServedVersion.champion(ModelKinds.PATH_POLICY);
    private Optional<CurrentModel<TrainedPathPolicy>> policy = Optional.empty();
    private @Nullable Parts parts;

    private volatile @Nullable LearningPaths serving;
    private volatile Optional<LoadedModel> loaded = Optional.empty();

    /** What paths are planned with beside the policy. */
    private record Parts(CatalogIndex index, @Nullable ServingModels models, ContentStatistics statistics) {}

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

    /**
     * Plans with another catalogue or other models from now on. Called by one thread.
     *
     * @param models the trained parts, or null when nothing is trained
     * @param statistics how contents did so far, in the catalogue's order
     */
    void follow(CatalogIndex index, @Nullable ServingModels models, ContentStatistics statistics) {
        parts = new Parts(index, models, statistics);
        serve(parts);
    }

    /** Plans with the policy that the champion's alias names from now on. Called by one thread. */
    void followPolicy(Platform platform) {
        ModelAliases aliases = platform.registry().aliases(PathPolicyFiles.MODEL);
        Optional<CurrentModel<TrainedPathPolicy>> next = champion.followChampion(platform, aliases, this::tryOut);
        boolean another = !version(next).equals(version(policy));
        policy = next;
        loaded = next.map(p -> p.loaded(PathPolicyFiles.MODEL));
        Parts known = parts;
        if (another && known != null) {
            serve(known);
        }
    }

    private static String version(Optional<CurrentModel<TrainedPathPolicy>> policy) {
        return policy.map(p -> p.stored().version()).orElse(LearningPaths.UNTRAINED);
    }

    private void serve(Parts now) {
        ContentPathPlanner planner = planner(now, policy);
        if (serving == null) {
            plan(planner, now.index().catalog(), WARM_UP);
        }
        ServingModels models = now.models();
        serving = new LearningPaths(
                planner,
                models == null ? LearningPaths.UNTRAINED : models.version(),
                version(policy),
                models == null ? "none" : models.dataSource());
    }

    private void tryOut(CurrentModel<TrainedPathPolicy> candidate) {
        Parts known = parts;
        if (known != null) {
            plan(planner(known, Optional.of(candidate)), known.index().catalog(), TRIAL);
        }
    }

    private static ContentPathPlanner planner(Parts parts, Optional<CurrentModel<TrainedPathPolicy>> policy) {
        ServingModels models = parts.models();
        return new ContentPathPlanner(
                parts.index(),
                new RoleMatcher(parts.index()),
                models == null ? LevelModel.untrained() : models.levels(),
                models == null ? ProgressModel.parse("") : models.progress(),
                parts.statistics(),
                SearchConfig.defaults(),
                policy.map(p -> p.trained().policy()).orElse(null),
                policy.map(p -> p.trained().calibration()).orElseGet(PathCalibration::assumed));
    }

    /** Plans for nobody, role by role: at the start so that the JVM has compiled what serving runs before the first request comes. */
    private static void plan(ContentPathPlanner planner, Catalog catalog, Duration time) {
        long end = System.nanoTime() + time.toNanos();
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
