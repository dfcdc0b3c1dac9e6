package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.itemitem.EngagementSequence;
import dev.skillpod.core.recommend.candidate.itemitem.ItemWeights;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureExtractor;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One feature row per impression, as of the moment its list was shown, and what came of it. Rows lie list after list.
 *
 * @param lists the lists
 * @param features row-major, {@link Feature#count()} columns
 * @param expectedProgress expected of who finishes the content, in importance-weighted levels
 */
record ImpressionRows(List<ShownList> lists, double[] features, double[] expectedProgress) {
    /** What rows are made from; everything in here is older than the lists, or can be asked as of their time. */
    record Sources(
            CatalogIndex index,
            RoleMatcher roles,
            LevelModel levels,
            TasteModel taste,
            ItemWeights together,
            ItemWeights next,
            StatisticsTimeline statistics,
            DemandTimeline demand) {
        Sources with(LevelModel others) {
            return new Sources(index, roles, others, taste, together, next, statistics, demand);
        }

        Sources with(StatisticsTimeline others) {
            return new Sources(index, roles, levels, taste, together, next, others, demand);
        }

        LearnerContext context(ShownList list) {
            LearnerState state = LearnerState.of(index, roles, levels, list.history(), List.of(), list.at());
            int[] sequence = EngagementSequence.of(state.touches());
            return new LearnerContext(
                    state,
                    taste.taste(state.touches()),
                    together.taste(sequence),
                    next.taste(sequence),
                    statistics.at(list.at()),
                    demand.at(list.at()));
        }
    }

    /** Makes the rows on all of the common pool's threads; every list has its own place, so the result is always the same. */
    static ImpressionRows of(List<ShownList> lists, Sources sources, ProgressModel model) {
        var first = new int[lists.size() + 1];
        for (int l = 0; l < lists.size(); l++) {
            first[l + 1] = first[l] + lists.get(l).contents().length;
        }
        int rows = first[lists.size()];
        var features = new double[Math.multiplyExact(rows, Feature.count())];
        var progress = new double[rows];
        IntStream.range(0, lists.size())
                .parallel()
                .forEach(l -> fill(lists.get(l), first[l], sources, model, features, progress));
        return new ImpressionRows(lists, features, progress);
    }

    /** Returns the number of rows. */
    int count() {
        return expectedProgress.length;
    }

    private static void fill(
            ShownList list, int first, Sources sources, ProgressModel model, double[] features, double[] progress) {
        LearnerContext context = sources.context(list);
        new FeatureExtractor(context, model).extract(list.contents(), features, first * Feature.count());
        for (int i = 0; i < list.contents().length; i++) {
            int row = (first + i) * Feature.count();
            progress[first + i] = features[row + Feature.EXPECTED_PROGRESS.ordinal()];
        }
    }
}
