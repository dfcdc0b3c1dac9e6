package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.value.ClosingValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what raising a skill is worth: to one learner, and to all who apply to jobs that ask for it. Thread-safe. */
public interface LearnerValues {
    /** Looks at a learner as of an instant. */
    Valued of(LearnerHistory learner, Instant asOf);

    /**
     * Returns what raising a skill to the level usually asked for is worth on average; empty where the log supports no estimate.
     *
     * @param skill index of the skill in the catalogue
     */
    Optional<ClosingValue> population(int skill);

    /** One learner, looked at. Used by one thread. */
    interface Valued {
        /** Returns the jobs that the learner plausibly goes for; the value of a skill is averaged over them. */
        List<JobPosting> jobs();

        /**
         * Returns what raising a skill to a level changes; empty where the log supports no estimate.
         *
         * @param skill index of the skill in the catalogue
         * @param level in [0, 100]
         */
        Optional<ClosingValue> closing(int skill, double level);
    }
}
