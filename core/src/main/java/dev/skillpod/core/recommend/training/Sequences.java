package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.candidate.itemitem.EngagementSequence;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.time.Instant;
import java.util.List;

/** The sequences of engagement before an instant, as serving sees them, in the form that item-item models are fitted to. */
final class Sequences {
    private Sequences() {}

    /** Reads one sequence per learner; contents keep their indexes. */
    static InteractionLog before(Instant until, List<LearnerHistory> histories, CatalogIndex index) {
        var log = new InteractionLogBuilder();
        for (int learner = 0; learner < histories.size(); learner++) {
            int[] contents =
                    EngagementSequence.of(Touches.of(histories.get(learner).before(until), index));
            for (int content : contents) {
                log.add(learner, content, InteractionLog.NO_TIME);
            }
        }
        return log.build(true);
    }
}
