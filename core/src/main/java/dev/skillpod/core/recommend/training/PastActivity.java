package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.itemitem.EngagementSequence;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.time.Instant;
import java.util.List;

/**
 * What learners did before an instant, summed up as serving sums it up: the interests that ALS is fitted to, weighed exactly
 * as when a learner is folded in, and the sequences that item-item models are fitted to. One learner is summed up at a time,
 * since a sum is as long as the catalogue.
 *
 * @param interests one row per learner, one column per content
 * @param learners for each content, how many learners showed interest in it
 * @param sequences one per learner with any, of content indexes
 */
public record PastActivity(SparseMatrix interests, int[] learners, InteractionLog sequences) {
    /**
     * Sums up histories.
     *
     * @param until only what was done before it counts
     * @param index the catalogue; contents keep its indexes, and what it does not know is left out
     */
    public static PastActivity before(Instant until, List<LearnerHistory> histories, CatalogIndex index) {
        var interests = SparseMatrix.builder(Math.max(1, histories.size()), index.contentCount());
        var learners = new int[index.contentCount()];
        var sequences = new InteractionLogBuilder();
        for (int learner = 0; learner < histories.size(); learner++) {
            Touches touches = Touches.of(histories.get(learner).before(until), index);
            for (Touches.Touch touch : touches.all()) {
                if (touch.interest() > 0) {
                    learners[touch.content()]++;
                    interests.add(learner, touch.content(), TasteModel.weight(touch.interest()));
                }
            }
            for (int content : EngagementSequence.of(touches)) {
                sequences.add(learner, content, InteractionLog.NO_TIME);
            }
        }
        return new PastActivity(interests.build(), learners, sequences.build(true));
    }
}
