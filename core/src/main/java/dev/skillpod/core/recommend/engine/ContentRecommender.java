package dev.skillpod.core.recommend.engine;

import dev.skillpod.core.model.Stages;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.CandidatePool;
import dev.skillpod.core.recommend.candidate.Eligibility;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.AlsGenerator;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.candidate.content.ContentGenerator;
import dev.skillpod.core.recommend.candidate.gap.GapGenerator;
import dev.skillpod.core.recommend.candidate.itemitem.EngagementSequence;
import dev.skillpod.core.recommend.candidate.itemitem.ItemItemGenerator;
import dev.skillpod.core.recommend.candidate.itemitem.NextContentGenerator;
import dev.skillpod.core.recommend.candidate.popular.PopularGenerator;
import dev.skillpod.core.recommend.candidate.review.ReviewGenerator;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.exploration.ExplorationPolicy;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recommender: state, candidates, ranking, filters, explanation. Bound to one catalogue snapshot and one version of the
 * models; a change of either makes a new one. Thread-safe.
 */
public final class ContentRecommender implements Recommender {
    private static final int PER_GENERATOR = 100;
    private static final int MOST_CANDIDATES = 300;
    private static final int NEAREST_ROLES = 3;

    private final CatalogIndex index;
    private final RoleMatcher roles;
    private final ContentStatistics statistics;
    private final MarketDemand demand;
    private final @Nullable ServingModels models;
    private final List<CandidateGenerator> generators;
    private final List<CandidateGenerator> popularOnly;
    private final ExplorationPolicy exploration;
    private final Stages stages;
    private final RankingListener listener;

    /** Makes a recommender that leaves nothing to chance. */
    public ContentRecommender(
            CatalogIndex index, ContentStatistics statistics, MarketDemand demand, @Nullable ServingModels models) {
        this(index, statistics, demand, models, ExplorationConfig.off());
    }

    /**
     * Makes a recommender.
     *
     * @param index the catalogue
     * @param statistics how contents did so far, in the catalogue's order
     * @param demand what the market asks for, in the catalogue's order
     * @param models the trained parts, or null when nothing is trained: then every list is a popular fallback
     * @param exploration what is left to chance
     */
    public ContentRecommender(
            CatalogIndex index,
            ContentStatistics statistics,
            MarketDemand demand,
            @Nullable ServingModels models,
            ExplorationConfig exploration) {
        this(index, statistics, demand, models, exploration, RankingListener.NONE);
    }

    /** Makes a recommender that tells a listener what it ranks. */
    public ContentRecommender(
            CatalogIndex index,
            ContentStatistics statistics,
            MarketDemand demand,
            @Nullable ServingModels models,
            ExplorationConfig exploration,
            RankingListener listener) {
        this(index, statistics, demand, models, exploration, listener, Stages.UNMEASURED);
    }

    /**
     * Makes a recommender whose steps are measured.
     *
     * @param listener is told what is ranked
     * @param stages runs the steps: learner_context, candidates, features, ranking, selection, explanation
     */
    public ContentRecommender(
            CatalogIndex index,
            ContentStatistics statistics,
            MarketDemand demand,
            @Nullable ServingModels models,
            ExplorationConfig exploration,
            RankingListener listener,
            Stages stages) {
        this.index = index;
        this.roles = new RoleMatcher(index);
        this.statistics = statistics;
        this.demand = demand;
        this.models = models;
        this.generators = Stream.concat(generators(index).stream(), Stream.of(new ReviewGenerator()))
                .toList();
        this.popularOnly = List.of(new PopularGenerator());
        this.exploration = new ExplorationPolicy(exploration);
        this.stages = stages;
        this.listener = listener;
    }

    /** Returns one that answers alike, but leaves nothing to chance and is neither listened to nor measured: for comparisons. */
    public ContentRecommender unobserved() {
        return new ContentRecommender(index, statistics, demand, models);
    }

    /**
     * Returns the registered generators over a catalogue: a new one is its own class and one line here. Reviews come on top: they say
     * nothing of what is new to a learner.
     */
    public static List<CandidateGenerator> generators(CatalogIndex index) {
        return List.of(
                new GapGenerator(),
                new AlsGenerator(),
                new ItemItemGenerator(),
                new NextContentGenerator(),
                new ContentGenerator(index),
                new PopularGenerator());
    }

    /** Returns what generators and features see of a request. */
    public LearnerContext context(RecommendationRequest request) {
        LevelModel levels = models == null ? LevelModel.untrained() : models.levels();
        LearnerState state = LearnerState.of(index, roles, levels, request.learner(), request.gaps(), request.asOf());
        if (models == null) {
            Taste unknown = Taste.unknown(index.contentCount());
            return new LearnerContext(state, unknown, unknown, unknown, statistics, demand);
        }
        int[] sequence = EngagementSequence.of(state.touches());
        return new LearnerContext(
                state,
                models.taste().taste(state.touches()),
                models.together().taste(sequence),
                models.next().taste(sequence),
                statistics,
                demand);
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        return recommend(request, UUID.randomUUID());
    }

    /** Answers under a given id: the same request, models and id give the same list, whatever chance had a part in it. */
    public RecommendationList recommend(RecommendationRequest request, UUID id) {
        LearnerContext context = stages.stage("learner_context", () -> context(request));
        GenerationMethod method = method(context.state());
        var rules = new Eligibility(context.state(), request.contentTypes());
        boolean fallback = method == GenerationMethod.POPULAR_FALLBACK;
        CandidatePool pool = stages.stage(
                "candidates",
                () -> CandidatePool.of(
                        fallback ? popularOnly : generators, context, rules, PER_GENERATOR, MOST_CANDIDATES));
        ServingModels trained = models;
        List<Recommendation> items = trained == null
                ? new UntrainedList(context).items(pool, request)
                : new RankedList(context, trained, exploration, listener, id, stages).items(pool, request);
        return new RecommendationList(
                id,
                items,
                method,
                trained == null ? "untrained" : trained.version(),
                trained == null ? "none" : trained.dataSource(),
                trained == null
                        ? ExplorationConfig.off().policy()
                        : exploration.config().policy(),
                warnings(request, items.isEmpty()));
    }

    /**
     * Returns whether chance has a part in a list of that id. All lists for the same request in which it has none are the same
     * but for their ids.
     *
     * @param id of the list
     * @param length of the list
     */
    public boolean explores(UUID id, int length) {
        return models != null && exploration.explores(id, length);
    }

    private List<String> warnings(RecommendationRequest request, boolean empty) {
        var warnings = new ArrayList<String>();
        String target = request.learner().profile().targetRole();
        if (target != null && !target.isBlank() && roles.match(target).isEmpty()) {
            warnings.add("target_role '" + target + "' means no role of the catalogue; nearest: "
                    + String.join(", ", roles.nearest(target, NEAREST_ROLES)));
        }
        if (models == null) {
            warnings.add("no model is trained yet: the list shows what is popular");
        }
        if (empty && request.minConfidence() > 0 && index.contentCount() > 0) {
            warnings.add("no eligible content reaches min_confidence " + request.minConfidence()
                    + "; a lower one shows more");
        }
        return warnings;
    }

    private GenerationMethod method(LearnerState state) {
        if (models == null || !state.hasHistory() && !state.hasProfile()) {
            return GenerationMethod.POPULAR_FALLBACK;
        }
        return state.hasHistory() ? GenerationMethod.HYBRID : GenerationMethod.COLD_START;
    }
}
