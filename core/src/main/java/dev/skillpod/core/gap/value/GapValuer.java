package dev.skillpod.core.gap.value;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.List;
import java.util.Optional;

/**
 * Says what closing a skill gap is worth, by models trained on application outcomes and on posted pay. Bound to one catalogue;
 * thread-safe. Answers nothing, rather than a guess, where the log supports no estimate.
 */
public interface GapValuer {
    /**
     * Values raising a skill for one learner.
     *
     * @param learner the learner as of now
     * @param jobs the jobs the learner plausibly goes for, at most some dozens
     * @param skill index of the skill in the catalogue
     * @param targetLevel the level to raise it to, in [0, 100]; a level already reached changes nothing
     * @return empty when there are no jobs or too little support
     */
    Optional<ClosingValue> closing(LearnerState learner, List<JobPosting> jobs, int skill, double targetLevel);

    /** Values raising a skill to the level that jobs usually ask for, averaged over who applied to jobs that ask for it. */
    Optional<ClosingValue> population(int skill);
}
