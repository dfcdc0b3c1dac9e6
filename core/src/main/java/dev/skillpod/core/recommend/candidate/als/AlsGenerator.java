package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import java.util.function.IntPredicate;

/** Proposes what learners with a similar history chose (implicit ALS; Hu, Koren and Volinsky 2008). */
public final class AlsGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "als";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        return context.taste().known() ? Scored.best(context.taste().scores(), 0, limit, eligible) : Candidates.NONE;
    }
}
