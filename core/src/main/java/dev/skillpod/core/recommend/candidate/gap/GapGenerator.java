package dev.skillpod.core.recommend.candidate.gap;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.function.IntPredicate;

/**
 * Proposes contents that teach what the learner lacks for the role, the goals or the gaps asked for, at the learner's
 * level: {@link Progress#towardsNeeds} times {@link Progress#levelFit}.
 */
public final class GapGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        LearnerState state = context.state();
        if (state.needs().total(state.levels()) <= 0) {
            return Candidates.NONE;
        }
        var scores = new float[state.index().contentCount()];
        for (int s = 0; s < state.index().skillCount(); s++) {
            if (state.needs().gap(s, state.levels()) > 0) {
                for (int c : state.index().contentsOf(s)) {
                    if (scores[c] == 0) {
                        scores[c] = Progress.towardsNeeds(state, c) * Progress.levelFit(state, c);
                    }
                }
            }
        }
        return Scored.best(scores, 0, limit, eligible);
    }
}
