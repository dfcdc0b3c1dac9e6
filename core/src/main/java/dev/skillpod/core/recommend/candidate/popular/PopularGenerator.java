package dev.skillpod.core.recommend.candidate.popular;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.function.IntPredicate;

/**
 * Proposes what many learners start and finish these days: decayed starts times the share that finish, lifted by the
 * trend. Needs nothing of the learner.
 */
public final class PopularGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "popular";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        ContentStatistics statistics = context.statistics();
        var scores = new float[statistics.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = score(statistics, c);
        }
        return Scored.best(scores, -1, limit, eligible);
    }

    /** Returns the popularity of one content: expected fresh completions, at least 0. */
    public static float score(ContentStatistics statistics, int content) {
        float lift = (float) Math.exp(0.5 * Math.clamp(statistics.trend()[content], -1, 1));
        return statistics.popularity()[content] * statistics.completionRate()[content] * lift;
    }
}
