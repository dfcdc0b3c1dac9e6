package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureExtractor;
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
 * @param progress measured progress towards the learner's needs, in importance-weighted levels; NaN where none was measured
 */
record ImpressionRows(List<ShownList> lists, double[] features, double[] progress) {
    /** What rows are made from; everything in here is older than the lists, or can be asked as of their time. */
    record Sources(
            CatalogIndex index,
            RoleMatcher roles,
            LevelModel levels,
            TasteModel taste,
            StatisticsTimeline statistics,
            DemandTimeline demand) {
        LearnerContext context(ShownList list) {
            LearnerState state = LearnerState.of(index, roles, levels, list.history(), List.of(), list.at());
            return new LearnerContext(
                    state, taste.taste(state.touches()), statistics.at(list.at()), demand.at(list.at()));
        }
    }

    /** Makes the rows on all of the common pool's threads; every list has its own place, so the result is always the same. */
    static ImpressionRows of(List<ShownList> lists, Sources sources) {
        var first = new int[lists.size() + 1];
        for (int l = 0; l < lists.size(); l++) {
            first[l + 1] = first[l] + lists.get(l).contents().length;
        }
        int rows = first[lists.size()];
        var features = new double[Math.multiplyExact(rows, Feature.count())];
        var progress = new double[rows];
        IntStream.range(0, lists.size())
                .parallel()
                .forEach(l -> fill(lists.get(l), first[l], sources, features, progress));
        return new ImpressionRows(lists, features, progress);
    }

    /** Returns the number of rows. */
    int count() {
        return progress.length;
    }

    private static void fill(ShownList list, int first, Sources sources, double[] features, double[] progress) {
        LearnerContext context = sources.context(list);
        var extractor = new FeatureExtractor(context);
        for (int i = 0; i < list.contents().length; i++) {
            extractor.extract(list.contents()[i], features, (first + i) * Feature.count());
            progress[first + i] = progress(context.state(), list.contents()[i], list.outcomes()[i].scores());
        }
    }

    /** Returns what measurements afterwards lie above the level known before, weighted by importance. */
    private static double progress(LearnerState state, int content, double[] scores) {
        int[] skills = state.index().content(content).skills();
        double sum = Double.NaN;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i])) {
                double rise = scores[i] - state.levels().level()[skills[i]];
                sum = (Double.isNaN(sum) ? 0 : sum) + state.needs().worth(skills[i]) * rise;
            }
        }
        return sum;
    }
}
