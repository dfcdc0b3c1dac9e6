package dev.skillpod.core.recommend.engine;

import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.itemitem.ItemWeights;
import dev.skillpod.core.recommend.ranking.ContentRanker;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.ranking.RelevanceModel;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.tracing.training.TrainedTracing;
import org.jspecify.annotations.Nullable;

/**
 * The trained parts, ready to serve one catalogue.
 *
 * @param version the version they were stored under
 * @param dataSource {@code synthetic}, {@code real} or {@code mixed}: what they were trained on
 * @param taste collaborative filtering
 * @param together what goes together, in the catalogue's order
 * @param next what comes next, in the catalogue's order
 * @param ranker the order
 * @param relevance the probability of a useful engagement
 * @param progress the expected progress of who finishes a content
 * @param levels what a profile lets expect of levels
 */
public record ServingModels(
        String version,
        String dataSource,
        TasteModel taste,
        ItemWeights together,
        ItemWeights next,
        ContentRanker ranker,
        RelevanceModel relevance,
        ProgressModel progress,
        LevelModel levels) {
    /** Returns these models, with answers to single items read by a tracing model, or by none. */
    public ServingModels with(@Nullable TrainedTracing tracing) {
        return new ServingModels(
                version, dataSource, taste, together, next, ranker, relevance, progress, levels.with(tracing));
    }
}
