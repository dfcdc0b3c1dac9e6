package dev.skillpod.app.http.gap;

import dev.skillpod.app.serving.AnswerCache;
import dev.skillpod.app.serving.SkillGapSource.SkillGaps;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.analysis.GapRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps answers about skill gaps under all they depend on but the instant of the request. So an event or another profile leads to
 * another answer at once, and only the passing of time, at most the cache's, is not seen.
 */
final class GapAnswers {
    private final AnswerCache cache;

    GapAnswers(AnswerCache cache) {
        this.cache = cache;
    }

    /** Answers about one learner; {@code more} is what the question says beside the request. */
    <T> T of(String kind, SkillGaps gaps, GapRequest request, List<?> more, Class<T> type, Supplier<T> make) {
        LearnerHistory learner = request.learner();
        if (!learner.endsBefore(
                request.asOf())) { // what is not to be seen yet changes the answer although nothing happens
            return make.get();
        }
        List<?> question = List.of(gaps.state(), learner, request.requested(), request.targets(), more);
        return cache.answer(kind, learner.learner(), question, type, make);
    }

    /** Answers about all learners. */
    <T> T ofAll(String kind, SkillGaps gaps, List<?> question, Class<T> type, Supplier<T> make) {
        return cache.answer(kind, null, List.of(gaps.state(), question), type, make);
    }
}
