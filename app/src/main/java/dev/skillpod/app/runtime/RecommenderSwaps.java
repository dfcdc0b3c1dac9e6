package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.recommend.Recommender;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.engine.RankingListener;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the aliases of the recommender: reads a new version, binds it to the catalogue, tries it on recent requests, and only
 * then is it what {@link #next} returns. Used by one thread.
 */
final class RecommenderSwaps {
    private final LiveRecommender live;
    private final ExplorationConfig exploration;
    private final TwoLevelCache cache;
    private final FeatureWatch features;
    private final RequestTrace trace;
    private final ServedVersion<TrainedRecommender> champion = ServedVersion.champion(ModelKinds.RECOMMENDER);
    private final ServedVersion<TrainedRecommender> challenger = ServedVersion.beside(ModelKinds.RECOMMENDER);
    private final ServedVersion<TrainedRecommender> shadow = ServedVersion.beside(ModelKinds.RECOMMENDER);
    private @Nullable State served;

    /** What a serving state is made from; a change of any makes another. */
    private record State(
            CatalogIndex index, String champion, String challenger, String shadow, double share, String tracing) {}

    /**
     * A state that is ready to serve.
     *
     * @param serving what answers
     * @param models the champion's trained parts, or null when nothing is trained
     * @param statistics how contents did so far
     * @param version the champion's version, empty when nothing is trained
     * @param served to be run when it serves
     */
    record Ready(
            LiveRecommender.Serving serving,
            @Nullable ServingModels models,
            ContentStatistics statistics,
            String version,
            Runnable served) {}

    /** Follows the aliases; the champion is watched by {@code features}. */
    RecommenderSwaps(
            LiveRecommender live,
            ExplorationConfig exploration,
            FeatureWatch features,
            TwoLevelCache cache,
            RequestTrace trace) {
        this.live = live;
        this.cache = cache;
        this.exploration = exploration;
        this.features = features;
        this.trace = trace;
    }

    /**
     * Returns the next state; empty when what is served is what is wanted.
     *
     * @param answers what reads answers to single items
     */
    Optional<Ready> next(Platform platform, CatalogIndex index, Optional<MasterySource.Tracing> answers) {
        ModelAliases aliases = platform.registry().aliases(RecommenderFiles.MODEL);
        var binding = new Binding(platform, index, answers);
        Optional<CurrentModel<TrainedRecommender>> first = champion.followChampion(platform, aliases, binding::tryOut);
        Optional<CurrentModel<TrainedRecommender>> second =
                challenger.follow(platform, aliases.version(ModelAlias.CHALLENGER), binding::tryOut);
        Optional<CurrentModel<TrainedRecommender>> beside =
                shadow.follow(platform, aliases.version(ModelAlias.SHADOW), binding::tryOut);
        String tracing = answers.map(MasterySource.Tracing::version).orElse("");
        var wanted =
                new State(index, version(first), version(second), version(beside), aliases.challengerShare(), tracing);
        if (wanted.equals(served)) {
            return Optional.empty();
        }
        Runnable done = () -> {
            State before = served;
            if (before == null || !before.shadow().equals(wanted.shadow()) || before.index() != index) {
                live.shadow()
                        .follow(
                                beside.map(m -> m.stored().version()).orElse(null),
                                beside.map(binding::bound).orElse(null));
            }
            features.follow(
                    wanted.champion(), first.map(m -> m.trained().features()).orElse(null));
            served = wanted;
        };
        return Optional.of(binding.ready(first, second, beside, aliases.challengerShare(), done));
    }

    private static Optional<ModelStatus.Role> role(Optional<CurrentModel<TrainedRecommender>> model, ModelAlias alias) {
        return model.map(
                m -> new ModelStatus.Role(RecommenderFiles.MODEL, m.stored().version(), alias));
    }

    private static String version(Optional<CurrentModel<TrainedRecommender>> model) {
        return model.map(m -> m.stored().version()).orElse("");
    }

    /** Binds versions to one catalogue. */
    private final class Binding {
        private final Platform platform;
        private final CatalogIndex index;
        private final Optional<MasterySource.Tracing> answers;
        private final Map<String, ServingModels> parts = new HashMap<>();
        private @Nullable MarketDemand demand;

        Binding(Platform platform, CatalogIndex index, Optional<MasterySource.Tracing> answers) {
            this.platform = platform;
            this.index = index;
            this.answers = answers;
        }

        private MarketDemand demand() {
            MarketDemand known = demand;
            if (known == null) {
                known = new DemandTimeline(TrainingSources.demand(platform.database()), index.catalog())
                        .at(Instant.now());
                demand = known;
            }
            return known;
        }

        /** Binds the trained parts, once. */
        private ServingModels parts(CurrentModel<TrainedRecommender> model) {
            String version = model.stored().version();
            TrainedTracing tracing = answers.map(MasterySource.Tracing::model).orElse(null);
            return parts.computeIfAbsent(
                    version, v -> model.trained().bind(index, v).with(tracing));
        }

        /** Binds what nobody waits for, a shadow or a trial: without chance, and not measured. */
        ContentRecommender bound(CurrentModel<TrainedRecommender> model) {
            return new ContentRecommender(index, model.trained().statistics(index.catalog()), demand(), parts(model));
        }

        /** Binds a challenger: its steps are measured as the champion's are; drift is told of the champion only. */
        ContentRecommender measured(CurrentModel<TrainedRecommender> model) {
            return new ContentRecommender(
                    index,
                    model.trained().statistics(index.catalog()),
                    demand(),
                    parts(model),
                    exploration,
                    RankingListener.NONE,
                    trace);
        }

        /** Gives a recommender a memory, under the name of everything it is made of. */
        Recommender remembering(CurrentModel<TrainedRecommender> model, ContentRecommender recommender) {
            String state = Fingerprint.of(
                    CodeFingerprint.NAME,
                    ContentOf.catalog(index.catalog()),
                    model.stored().version(),
                    model.stored().files(),
                    answers.map(MasterySource.Tracing::version),
                    demand(),
                    exploration);
            return new CachedRecommender(recommender, index.catalog(), state, cache, trace::cached);
        }

        void tryOut(CurrentModel<TrainedRecommender> model) {
            SwapTrial.of(bound(model), live.serving().map(ContentRecommender::unobserved), live.recent());
        }

        Ready ready(
                Optional<CurrentModel<TrainedRecommender>> first,
                Optional<CurrentModel<TrainedRecommender>> second,
                Optional<CurrentModel<TrainedRecommender>> beside,
                double share,
                Runnable done) {
            Catalog catalog = index.catalog();
            ServingModels models = first.map(this::parts).orElse(null);
            ContentStatistics statistics = first.map(m -> m.trained().statistics(catalog))
                    .orElseGet(() -> Training.statistics(platform.database(), catalog));
            var recommender = new ContentRecommender(index, statistics, demand(), models, exploration, features, trace);
            LiveRecommender.Challenger other = second.filter(m -> share > 0 && first.isPresent())
                    .map(m -> new LiveRecommender.Challenger(remembering(m, measured(m)), share))
                    .orElse(null);
            var serving = new LiveRecommender.Serving(
                    recommender,
                    first.map(m -> remembering(m, recommender)).orElse(recommender),
                    catalog,
                    first.map(m -> List.of(m.loaded(RecommenderFiles.MODEL))).orElse(List.of()),
                    Stream.concat(
                                    role(second, ModelAlias.CHALLENGER).stream(),
                                    role(beside, ModelAlias.SHADOW).stream())
                            .toList(),
                    other);
            return new Ready(serving, models, statistics, version(first), done);
        }
    }
}
