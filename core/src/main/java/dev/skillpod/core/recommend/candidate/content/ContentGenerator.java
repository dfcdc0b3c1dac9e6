package dev.skillpod.core.recommend.candidate.content;

import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Vectors;
import dev.skillpod.core.text.LexicalIndex;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Proposes contents whose text means, or says in the same words, what the learner works towards and has been interested
 * in: the nearest vectors of meaning, which know synonyms but only the embedding model's language, and shared words and
 * character n-grams ({@link LexicalIndex}), which know any language.
 *
 * <p>The score is the cosine of meanings above its mean over the catalogue, plus a share of the cosine of words. Both keep
 * their own spread: where the model cannot read the language, all its cosines are about the same, and the words decide.
 */
public final class ContentGenerator implements CandidateGenerator {
    /** How many contents each search brings, whatever the limit, so that a longer list begins like a shorter one. */
    private static final int DEPTH = 100;

    private static final float WORDS = 1;

    private final VectorIndex meanings;
    private final float[] meanMeaning;
    private final LearnerWords words;

    /** Makes a generator over a catalogue. */
    public ContentGenerator(CatalogIndex index) {
        float[][] vectors = index.embedding().contents();
        this.meanings = VectorIndex.of(index.embedding().embedder().dimension(), Arrays.asList(vectors));
        this.meanMeaning = new float[meanings.dimension()];
        for (float[] vector : vectors) {
            Vectors.add(meanMeaning, 1f / vectors.length, vector);
        }
        this.words = new LearnerWords(index.words());
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
        float[] cosines = words.cosines(state);
        float mean = Vectors.dot(query, meanMeaning);
        var best = new TopK(limit);
        IntStream.concat(
                        meanings.top(query, DEPTH, eligible).stream().mapToInt(Hit::index),
                        IntStream.of(Scored.best(cosines, 0, DEPTH, eligible).contents()))
                .distinct()
                .forEach(c -> best.offer(c, meanings.score(query, c) - mean + WORDS * cosines[c]));
        return new Candidates(best.indices(), best.scores());
    }
}
