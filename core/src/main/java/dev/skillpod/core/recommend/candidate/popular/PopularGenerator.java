package dev.skillpod.core.recommend.candidate.popular;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what many learners start and finish these days: decayed starts times the share that finish, lifted by the
 * trend. Needs nothing of the learner.
 */
public final class PopularGenerator implements CandidateGenerator {
    private volatile @Nullable Scores latest;

    private record Scores(ContentStatistics of, float[] scores) {}

    @Override
    public String name() {
        return "popular";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        return Scored.best(scores(context.statistics()), -1, limit, eligible);
    }

    /** Serving asks with the same statistics until the next training; two threads that find them new compute the same. */
    private float[] scores(ContentStatistics statistics) {
        Scores known = latest;
        if (known == null || known.of != statistics) {
            var scores = new float[statistics.size()];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = score(statistics, c);
            }
            known = new Scores(statistics, scores);
            latest = known;
        }
        return known.scores;
    }

    /** Returns the popularity of one content: expected fresh completions, at least 0. */
    public static float score(ContentStatistics statistics, int content) {
        float lift = (float) Math.exp(0.5 * Math.clamp(statistics.trend()[content], -1, 1));
        return statistics.popularity()[content] * statistics.completionRate()[content] * lift;
    }
}
