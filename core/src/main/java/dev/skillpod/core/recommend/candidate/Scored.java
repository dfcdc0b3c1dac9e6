package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.math.TopK;
import java.util.function.IntPredicate;

/** Picks the best eligible contents out of one score per content. */
public final class Scored {
    private Scored() {}

    /** Returns the contents with the highest scores above {@code floor}; ties go to the lower index. */
    public static Candidates best(float[] scores, float floor, int limit, IntPredicate eligible) {
        var top = new TopK(limit);
        // The rule may cost more than a comparison, so it is asked only of contents that would be kept.
        float least = floor;
        for (int c = 0; c < scores.length; c++) {
            if (scores[c] > least && eligible.test(c)) {
                top.offer(c, scores[c]);
                least = Math.max(floor, top.threshold());
            }
        }
        return new Candidates(top.indices(), top.scores());
    }
}
