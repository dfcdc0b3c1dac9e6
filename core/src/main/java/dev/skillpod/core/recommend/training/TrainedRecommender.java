package dev.skillpod.core.recommend.training;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.monitoring.FeatureSnapshot;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.itemitem.ItemWeights;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.ranking.ContentRanker;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.ranking.RelevanceModel;
import dev.skillpod.core.recommend.ranking.ScoreScale;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a training brings forth, in a form that can be stored: independent of any catalogue snapshot.
 *
 * @param contentIds the contents known at training, in the order of the ALS items and of the statistics
 * @param als collaborative filtering
 * @param together weights of what goes together, the contents numbered as in {@code contentIds}
 * @param next weights of what comes next, likewise
 * @param tasteMap from what contents say to the vectors of {@code als}
 * @param statistics how contents did up to the end of the data
 * @param ranker LightGBM model text of the ranker
 * @param scale of the ranker's scores
 * @param relevance LightGBM model texts of the relevance ensemble
 * @param calibration of the ensemble
 * @param progress LightGBM model text of expected progress
 * @param levels text of the {@link LevelModel}
 * @param provenance where it comes from
 * @param features how the features were distributed; null when a model was trained without looking
 */
public record TrainedRecommender(
        List<String> contentIds,
        AlsModel als,
        ItemWeights together,
        ItemWeights next,
        TasteMap tasteMap,
        ContentStatistics statistics,
        String ranker,
        ScoreScale scale,
        List<String> relevance,
        IsotonicCalibration calibration,
        String progress,
        String levels,
        Provenance provenance,
        @Nullable FeatureSnapshot features)
        implements TrainedModel {
    /** Returns this with how its features were distributed. */
    public TrainedRecommender withFeatures(@Nullable FeatureSnapshot snapshot) {
        return new TrainedRecommender(
                contentIds,
                als,
                together,
                next,
                tasteMap,
                statistics,
                ranker,
                scale,
                relevance,
                calibration,
                progress,
                levels,
                provenance,
                snapshot);
    }

    /** Binds the models to the catalogue served. */
    public ServingModels bind(CatalogIndex index, String version) {
        Catalog catalog = index.catalog();
        int[] to = contentIds.stream()
                .mapToInt(id -> catalog.contentIndex(id).orElse(-1))
                .toArray();
        return new ServingModels(
                version,
                provenance.dataSource(),
                new TasteModel(als, tasteMap, to, index),
                together.renumbered(to, index.contentCount()),
                next.renumbered(to, index.contentCount()),
                new ContentRanker(TreeEnsemble.parse(ranker), scale),
                new RelevanceModel(relevance.stream().map(TreeEnsemble::parse).toList(), calibration),
                ProgressModel.parse(progress),
                LevelModel.parse(levels));
    }

    /** Returns the statistics in the order of the catalogue served. */
    public ContentStatistics statistics(Catalog catalog) {
        var at = new java.util.HashMap<String, Integer>();
        for (int i = 0; i < contentIds.size(); i++) {
            at.put(contentIds.get(i), i);
        }
        return statistics.reorder(catalog.contents().stream()
                .mapToInt(c -> at.getOrDefault(c.id(), -1))
                .toArray());
    }
}
