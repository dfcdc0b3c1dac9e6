package dev.skillpod.core.gap.value;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.List;
import java.util.Optional;

/**
 * Says what closing a skill gap is worth, by models trained on application outcomes and on posted pay. Bound to one catalogue;
 * thread-safe. Answers nothing, rather than a guess, where the log supports no estimate.
 */
public interface GapValuer {
    /**
     * Works out once, for one learner, what all questions about single skills need.
     *
     * @param history what is known of the learner; what lies at or after the state's {@code asOf} is left aside
     * @param state the same learner, resolved
     * @param jobs the jobs the learner plausibly goes for (see {@link PlausibleJobs}), at most some dozens
     */
    LearnerOutlook outlook(LearnerHistory history, LearnerState state, List<JobPosting> jobs);

    /**
     * Values raising a skill by 10 levels, averaged over those who applied to jobs that ask for it.
     *
     * @param skill index of the skill in the catalogue
     */
    Optional<ClosingValue> population(int skill);

    /**
     * Returns by how many percent the median pay of postings that ask for a skill changes with 10 levels more; it needs no model of
     * outcomes.
     *
     * @param skill index of the skill in the catalogue
     */
    Optional<Interval> populationPay(int skill);
}
