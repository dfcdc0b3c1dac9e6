package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.analysis.LearnerValues;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.outcome.TrainedOutcomes;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.gap.value.PlausibleJobs;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What answers questions about skill gaps now. Follows the catalogue, the postings, the demand and the current model of outcomes
 * and pay; a change makes a new state and swaps it in as a whole.
 */
public final class LiveSkillGaps implements SkillGapSource {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSkillGaps.class);

    /** The most postings kept in memory, the newest. */
    static final int MOST_POSTINGS = 20_000;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DemandSnapshot demand = new DemandSnapshot();
    private volatile @Nullable SkillGaps serving;
    private volatile Optional<LoadedModel> loaded = Optional.empty();
    private final ServedVersion<TrainedGapModels> champion = ServedVersion.champion(ModelKinds.GAP_VALUES);
    private Optional<Key> key = Optional.empty();
    private Optional<Roles> roles = Optional.empty();
    private @Nullable SkillGaps bound;
    private @Nullable SkillDemand servedDemand;

    /** What depends on the catalogue alone. */
    private record Roles(CatalogIndex index, RoleMatcher matcher, RoleSkillModel likeRoles) {}

    private record Key(CatalogIndex index, long postings, String model, Optional<TrainedTracing> tracing) {}

    @Override
    public SkillGaps skillGaps() {
        SkillGaps now = serving;
        if (now == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return now;
    }

    /** Returns the model that is loaded, if one is. */
    Optional<LoadedModel> loaded() {
        return loaded;
    }

    /**
     * Brings everything up to date. Called by one thread.
     *
     * @param answers what reads answers to single items
     * @param recent requests for lists, on whose learners a new version is tried
     */
    void follow(
            Platform platform,
            CatalogIndex index,
            Optional<MasterySource.Tracing> answers,
            List<RecommendationRequest> recent) {
        Optional<TrainedTracing> tracing = answers.map(MasterySource.Tracing::model);
        Database database = platform.database();
        demand.follow(database, index.catalog());
        ModelAliases aliases = platform.registry().aliases(GapModelFiles.MODEL);
        Consumer<CurrentModel<TrainedGapModels>> trial =
                model -> tryOut(gaps(platform, index, Optional.of(model), answers), recent);
        Optional<CurrentModel<TrainedGapModels>> model = champion.followChampion(platform, aliases, trial);
        String version = model.map(m -> m.stored().version()).orElse("");
        var now = Optional.of(new Key(index, database.postings().version(), version, tracing));
        if (!now.equals(key)) {
            bound = bound(platform, index, model, answers);
            loaded = model.map(m -> m.loaded(GapModelFiles.MODEL));
            key = now;
            serve(bound);
        } else if (demand.current() != servedDemand && bound != null) {
            serve(bound);
        }
    }

    /** Serves what is bound, under a name that tells the demand of now. */
    private void serve(SkillGaps gaps) {
        servedDemand = demand.current();
        serving = new SkillGaps(
                gaps.analyzer(),
                gaps.meaning(),
                gaps.modelVersion(),
                gaps.dataSource(),
                Fingerprint.of(gaps.state(), servedDemand));
    }

    /** Asks a version about the learners of recent requests; one that cannot answer throws. */
    private static void tryOut(SkillGaps version, List<RecommendationRequest> recent) {
        GapAnalyzer analyzer = version.analyzer();
        for (RecommendationRequest request : recent) {
            analyzer.analyze(new GapRequest(request.learner(), Map.of(), List.of(), request.asOf()));
        }
    }

    /** Returns the current version; empty when there is none, or none that this program can read. */
    static Optional<CurrentModel<TrainedGapModels>> current(Platform platform) {
        return CurrentModel.read(platform, GapModelFiles.MODEL, GapModelFiles::read);
    }

    /** Binds the model, or none when it does not fit: gaps come without a value then. */
    private SkillGaps bound(
            Platform platform,
            CatalogIndex index,
            Optional<CurrentModel<TrainedGapModels>> model,
            Optional<MasterySource.Tracing> answers) {
        try {
            return gaps(platform, index, model, answers);
        } catch (IllegalArgumentException e) {
            LOG.error("the current values of skill gaps are refused: {}", e.getMessage());
            return gaps(platform, index, Optional.empty(), answers);
        }
    }

    private Roles roles(CatalogIndex index) {
        Roles known = roles.filter(r -> r.index() == index)
                .orElseGet(() -> new Roles(index, new RoleMatcher(index), RoleSkillModel.of(index)));
        roles = Optional.of(known);
        return known;
    }

    private SkillGaps gaps(
            Platform platform,
            CatalogIndex index,
            Optional<CurrentModel<TrainedGapModels>> model,
            Optional<MasterySource.Tracing> answers) {
        Optional<TrainedTracing> tracing = answers.map(MasterySource.Tracing::model);
        List<JobPosting> postings = platform.database().postings().recent(MOST_POSTINGS);
        Roles ofIndex = roles(index);
        var usual = UsualLevels.of(index.catalog(), postings);
        var finder = new RequirementFinder(
                index.catalog(), ofIndex.matcher(), ofIndex.likeRoles(), new Postings(postings), usual);
        var analyzer = new GapAnalyzer(
                index,
                finder,
                SkillRelations.of(index, postings, platform.catalogVectors()),
                usual,
                demand::current,
                model.map(m -> values(m.trained(), index, ofIndex.matcher(), postings, tracing))
                        .orElse(null));
        return new SkillGaps(
                analyzer.with(tracing.orElse(null)),
                new EmbeddedMeaning(index),
                model.map(m -> m.stored().version()).orElse(SkillGaps.UNTRAINED),
                model.map(m -> m.stored().provenance().dataSource()).orElse("none"),
                Fingerprint.of(
                        CodeFingerprint.NAME,
                        ContentOf.catalog(index.catalog()),
                        postings,
                        model.map(m -> m.stored().version()),
                        model.map(m -> m.stored().files()),
                        answers.map(MasterySource.Tracing::version)));
    }

    /** Binds trained models to what is served. */
    static LearnerValues values(
            TrainedGapModels trained,
            CatalogIndex index,
            RoleMatcher roles,
            List<JobPosting> postings,
            Optional<TrainedTracing> tracing) {
        TrainedOutcomes outcomes = trained.outcomes();
        LevelModel levels = outcomes == null ? LevelModel.untrained() : LevelModel.parse(outcomes.levels());
        return new LearnerValues(
                index,
                roles,
                levels.with(tracing.orElse(null)),
                new PlausibleJobs(postings),
                trained.bind(index, postings));
    }
}
