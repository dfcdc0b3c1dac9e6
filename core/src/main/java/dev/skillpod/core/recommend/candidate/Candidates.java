package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.math.Hit;
import java.util.List;

/**
 * Contents in the order one generator prefers them.
 *
 * @param contents content indexes, best first, each at most once
 * @param scores the generator's score of each, in its own unit; falling
 */
public record Candidates(int[] contents, float[] scores) {
    /** What a generator answers that knows nothing of this learner. */
    public static final Candidates NONE = new Candidates(new int[0], new float[0]);

    /** Returns the hits of a search as candidates. */
    public static Candidates of(List<Hit> hits) {
        var contents = new int[hits.size()];
        var scores = new float[hits.size()];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = hits.get(i).index();
            scores[i] = hits.get(i).score();
        }
        return new Candidates(contents, scores);
    }

    /** Returns the number of candidates. */
    public int size() {
        return contents.length;
    }
}
