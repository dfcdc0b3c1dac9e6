package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import java.util.function.IntPredicate;

/** Proposes what learners took next after the contents this one took last: order matters in learning. */
public final class NextContentGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "next";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        return context.next().known() ? Scored.best(context.next().scores(), 0, limit, eligible) : Candidates.NONE;
    }
}
