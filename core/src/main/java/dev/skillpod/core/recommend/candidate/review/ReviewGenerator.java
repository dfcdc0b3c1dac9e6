package dev.skillpod.core.recommend.candidate.review;

import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.Scored;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.tracing.memory.SkillMemory;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Proposes contents that refresh what is likely forgotten, skill by skill, the most forgotten first. */
public final class ReviewGenerator implements CandidateGenerator {
    @Override
    public String name() {
        return "review";
    }

    @Override
    public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
        LearnerState state = context.state();
        List<SkillMemory> due = Reviews.due(state);
        if (due.isEmpty()) {
            return Candidates.NONE;
        }
        var scores = new float[state.index().contentCount()];
        for (SkillMemory memory : due) {
            int skill = state.index().catalog().skillIndex(memory.skillId()).orElseThrow();
            List<Integer> contents = Arrays.stream(state.index().contentsOf(skill))
                    .boxed()
                    .filter(c -> state.index().content(c).mainSkill() == skill)
                    .filter(c -> Reviews.of(state, c).isPresent())
                    .sorted(Reviews.order(state))
                    .toList();
            for (int place = 0; place < contents.size(); place++) {
                scores[contents.get(place)] = (float) (memory.forgotten() / (1 + place));
            }
        }
        return Scored.best(scores, 0, limit, eligible);
    }
}
