package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.analysis.LearnerValues;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.outcome.TrainedOutcomes;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.gap.value.PlausibleJobs;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private Optional<Key> key = Optional.empty();
    private Optional<Roles> roles = Optional.empty();

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

    /** Brings everything up to date. Called by one thread. */
    void follow(Platform platform, CatalogIndex index, Optional<MasterySource.Tracing> answers) {
        Optional<TrainedTracing> tracing = answers.map(MasterySource.Tracing::model);
        Database database = platform.database();
        demand.follow(database, index.catalog());
        var now = Optional.of(new Key(
                index, database.postings().version(), CurrentModel.version(platform, GapModelFiles.MODEL), tracing));
        if (!now.equals(key)) {
            Optional<CurrentModel<TrainedGapModels>> model = current(platform);
            serving = bound(platform, index, model, tracing);
            loaded = model.map(m -> m.loaded(GapModelFiles.MODEL));
            key = now;
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
            Optional<TrainedTracing> tracing) {
        try {
            return gaps(platform, index, model, tracing);
        } catch (IllegalArgumentException e) {
            LOG.error("the current values of skill gaps are refused: {}", e.getMessage());
            return gaps(platform, index, Optional.empty(), tracing);
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
            Optional<TrainedTracing> tracing) {
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
                model.map(m -> m.stored().provenance().dataSource()).orElse("none"));
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
