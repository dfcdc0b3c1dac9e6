package dev.skillpod.core.recommend.candidate.gap;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.function.IntPredicate;

/**
 * Proposes contents that teach what the learner lacks for the role, the goals or the gaps asked for, at the learner's
 * level: {@link Progress#towardsNeeds} discounted by how far the level is from where the content begins.
 */
public final class GapGenerator implements CandidateGenerator {
    /** Levels of distance that halve the fit. */
    private static final float TOLERANCE = 15;

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
        for (int c = 0; c < scores.length; c++) {
            float progress = Progress.towardsNeeds(state, c);
            scores[c] = progress <= 0 ? 0 : progress * fit(state, c);
        }
        return Scored.best(scores, 0, limit, eligible);
    }

    private static float fit(LearnerState state, int content) {
        var row = state.index().content(content);
        float missing = Math.max(0, row.levelFrom() - state.levels().level()[row.mainSkill()]);
        return 1 / (1 + (missing / TOLERANCE) * (missing / TOLERANCE));
    }
}
