package dev.skillpod.core.recommend.candidate.popular;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what many learners start and finish these days: decayed starts times the share that finish, lifted by the
 * trend. Needs nothing of the learner.
 */
public final class PopularGenerator implements CandidateGenerator {
    /** The order of the statistics asked about last, which in serving are always the same. */
    private volatile @Nullable Order latest;

    private record Order(ContentStatistics statistics, Candidates all) {}

    @Override
    public String name() {
        return "popular";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        Candidates all = order(context.statistics());
        var contents = new int[Math.min(limit, all.size())];
        var scores = new float[contents.length];
        int found = 0;
        for (int i = 0; i < all.size() && found < contents.length; i++) {
            if (eligible.test(all.contents()[i])) {
                contents[found] = all.contents()[i];
                scores[found++] = all.scores()[i];
            }
        }
        return new Candidates(Arrays.copyOf(contents, found), Arrays.copyOf(scores, found));
    }

    private Candidates order(ContentStatistics statistics) {
        Order known = latest;
        if (known != null && known.statistics == statistics) {
            return known.all;
        }
        var scores = new float[statistics.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = score(statistics, c);
        }
        Candidates all = Scored.best(scores, -1, Math.max(1, scores.length), content -> true);
        latest = new Order(statistics, all);
        return all;
    }

    /** Returns the popularity of one content: expected fresh completions, at least 0. */
    public static float score(ContentStatistics statistics, int content) {
        float lift = (float) Math.exp(0.5 * Math.clamp(statistics.trend()[content], -1, 1));
        return statistics.popularity()[content] * statistics.completionRate()[content] * lift;
    }
}
