package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.time.Instant;
import java.util.List;

/** Fits ALS to the interests shown before an instant, weighed exactly as serving weighs them when it folds a learner in. */
final class Interests {
    private Interests() {}

    static AlsModel fit(
            List<LearnerHistory> histories,
            CatalogIndex index,
            Instant start,
            Instant until,
            String dataSource,
            AlsConfig config,
            TrainingRun run) {
        var builder = SparseMatrix.builder(Math.max(1, histories.size()), index.contentCount());
        for (int learner = 0; learner < histories.size(); learner++) {
            Touches touches = Touches.of(histories.get(learner).before(until), index);
            for (Touches.Touch touch : touches.all()) {
                if (touch.interest() > 0) {
                    builder.add(learner, touch.content(), TasteModel.weight(touch.interest()));
                }
            }
        }
        return new AlsTrainer(config).fit(new Interactions(builder.build(), start, until, dataSource), run);
    }
}
