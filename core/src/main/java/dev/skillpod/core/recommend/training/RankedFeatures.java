package dev.skillpod.core.recommend.training;

import dev.skillpod.core.monitoring.FeatureSnapshot;
import dev.skillpod.core.monitoring.SnapshotBuilder;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How the features are distributed over what the new model ranks: it is asked for the newest lists of the log once more, each as of
 * the moment it was shown, by the very code that serves.
 */
final class RankedFeatures {
    private static final int MOST_LISTS = 600;

    private RankedFeatures() {}

    static FeatureSnapshot of(
            TrainedRecommender trained, List<ShownList> lists, CatalogIndex index, MarketDemand demand) {
        var builder = new SnapshotBuilder(
                Arrays.stream(Feature.values()).map(Feature::name).toList());
        var recommender = new ContentRecommender(
                index,
                trained.statistics(index.catalog()),
                demand,
                trained.bind(index, "training"),
                ExplorationConfig.off(),
                builder::add);
        lists.stream()
                .sorted(Comparator.comparing(ShownList::at)
                        .reversed()
                        .thenComparingLong(l -> l.history().learner().stableHash()))
                .limit(MOST_LISTS)
                .map(l ->
                        new RecommendationRequest(l.history().before(l.at()), List.of(), 1, Set.of(), 0, false, l.at()))
                .forEach(request -> recommender.recommend(request, new UUID(0, 0)));
        return builder.build();
    }
}
