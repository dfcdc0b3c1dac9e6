package dev.skillpod.core.recommend.candidate.content;

import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Vectors;
import dev.skillpod.core.text.RankFusion;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Proposes contents whose text means, or says in the same words, what the learner works towards and has been interested
 * in. Two searches are fused by reciprocal rank: the exact nearest vectors of meaning, which know synonyms but only the
 * embedding model's language, and shared words and character n-grams, which know any language.
 */
public final class ContentGenerator implements CandidateGenerator {
    /** How deep each search goes, whatever the limit, so that a longer list begins like a shorter one. */
    private static final int DEPTH = 200;

    private final VectorIndex meanings;
    private final CatalogTexts words;

    /** Makes a generator; indexes the catalogue's texts. */
    public ContentGenerator(CatalogIndex index) {
        this.meanings = VectorIndex.of(
                index.embedding().embedder().dimension(),
                Arrays.asList(index.embedding().contents()));
        this.words = new CatalogTexts(index.catalog());
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
        var query = new float[meanings.dimension()];
        if (goal != null) {
            Vectors.add(query, 1, goal);
        }
        if (interest != null) {
            Vectors.add(query, 1, interest);
        }
        Vectors.normalise(query);
        int[] near = meanings.top(query, DEPTH, eligible).stream()
                .mapToInt(Hit::index)
                .toArray();
        TopK best = RankFusion.fuse(List.of(near, words.top(state, DEPTH, eligible)), limit);
        return new Candidates(best.indices(), best.scores());
    }
}
