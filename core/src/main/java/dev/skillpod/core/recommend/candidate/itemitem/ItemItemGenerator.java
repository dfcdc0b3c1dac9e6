package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import java.util.function.IntPredicate;

/** Proposes what goes with the contents the learner engaged with (EASE^R, Steck 2019, or item-kNN). */
public final class ItemItemGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "itemitem";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        return context.together().known()
                ? Scored.best(context.together().scores(), 0, limit, eligible)
                : Candidates.NONE;
    }
}
