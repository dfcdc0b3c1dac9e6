package dev.skillpod.core.recommend.candidate.content;

import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Vectors;
import java.util.function.IntPredicate;

/**
 * Proposes contents whose text means what the learner works towards and has been interested in: exact search by the sum
 * of both vectors.
 */
public final class ContentGenerator implements CandidateGenerator {
    private final VectorIndex search;

    /**
     * Makes a generator.
     *
     * @param search an index over the contents' vectors, by content index
     */
    public ContentGenerator(VectorIndex search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        LearnerState state = context.state();
        float[] goal = state.goalVector();
        float[] interest = state.interestVector();
        if (goal == null && interest == null) {
            return Candidates.NONE;
        }
        var query = new float[state.index().embedding().embedder().dimension()];
        if (goal != null) {
            Vectors.add(query, 1, goal);
        }
        if (interest != null) {
            Vectors.add(query, 1, interest);
        }
        Vectors.normalise(query);
        return Candidates.of(search.top(query, limit, eligible));
    }
}
