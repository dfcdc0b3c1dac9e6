package dev.skillpod.core.recommend.candidate;

import java.util.function.IntPredicate;

/** Proposes contents for a learner. Implementations are thread-safe and deterministic. */
public interface CandidateGenerator {
    /** Returns the short name used in settings, metrics and evaluation tables, such as {@code als}. */
    String name();

    /**
     * Proposes the best contents this generator knows.
     *
     * @param context the learner and what is known of the contents
     * @param limit the most contents wanted, at least 1
     * @param eligible which content indexes may be proposed
     * @return at most {@code limit} candidates; {@link Candidates#NONE} when nothing this generator needs is known
     */
    Candidates generate(LearnerContext context, int limit, IntPredicate eligible);
}
