package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.cold.TasteMapConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.time.Instant;
import java.util.List;

/** Fits ALS to the interests shown before an instant, weighed exactly as serving weighs them when it folds a learner in. */
final class Interests {
    private Interests() {}

    /**
     * Collaborative filtering and its map for contents with few interactions.
     *
     * @param als one item per content
     * @param map from what contents say to the vectors of {@code als}
     */
    record Tastes(AlsModel als, TasteMap map) {}

    static Tastes fit(
            List<LearnerHistory> histories,
            CatalogIndex index,
            Instant start,
            Instant until,
            String dataSource,
            AlsConfig config,
            TrainingRun run) {
        var builder = SparseMatrix.builder(Math.max(1, histories.size()), index.contentCount());
        var learners = new int[index.contentCount()];
        for (int learner = 0; learner < histories.size(); learner++) {
            Touches touches = Touches.of(histories.get(learner).before(until), index);
            for (Touches.Touch touch : touches.all()) {
                if (touch.interest() > 0) {
                    learners[touch.content()]++;
                    builder.add(learner, touch.content(), TasteModel.weight(touch.interest()));
                }
            }
        }
        AlsModel als = new AlsTrainer(config).fit(new Interactions(builder.build(), start, until, dataSource), run);
        TasteMap map = TasteMap.fit(
                index, als.itemFactors(), als.factors(), learners, TasteMapConfig.defaults(), run.threads());
        return new Tastes(als, map);
    }
}
