package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.gap.Progress;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureExtractor;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
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
 * @param progress progress towards the learner's needs that each impression brought or, where nothing was measured, would
 *     have brought if half of the promise were kept; in importance-weighted levels
 */
record ImpressionRows(List<ShownList> lists, double[] features, double[] progress) {
    private static final double UNMEASURED_PROMISE_KEPT = 0.5;

    /** What rows are made from; everything in here is older than the lists, or can be asked as of their time. */
    record Sources(
            CatalogIndex index,
            RoleMatcher roles,
            TasteModel taste,
            StatisticsTimeline statistics,
            DemandTimeline demand) {
        LearnerContext context(ShownList list) {
            LearnerState state = LearnerState.of(index, roles, list.history(), List.of(), list.at());
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
            int content = list.contents()[i];
            extractor.extract(content, features, (first + i) * Feature.count());
            progress[first + i] = progress(context.state(), content, list.outcomes()[i].measuredGain());
        }
    }

    private static double progress(LearnerState state, int content, double measuredGain) {
        var row = state.index().content(content);
        double promised = Progress.towardsNeeds(state, content);
        if (Double.isNaN(measuredGain)) {
            return UNMEASURED_PROMISE_KEPT * promised;
        }
        double weight = 0;
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            weight += row.weights()[i] * state.needs().importance()[s];
        }
        return Math.max(0, measuredGain) * weight;
    }
}
