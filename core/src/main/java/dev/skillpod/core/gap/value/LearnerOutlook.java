package dev.skillpod.core.gap.value;

import java.util.List;
import java.util.Optional;

/** How one learner would fare with some jobs, and what closing a gap changes about it. Immutable and thread-safe. */
public interface LearnerOutlook {
    /** Returns the outlook for each job, in the order asked; empty while there is no model of outcomes. */
    List<JobOutlook> jobs();

    /**
     * Values raising one skill, everything else as it is.
     *
     * @param skill index of the skill in the catalogue
     * @param targetLevel the level to raise it to, in [0, 100]; a level already reached changes nothing
     * @return empty when there are no jobs or too little support
     */
    Optional<ClosingValue> closing(int skill, double targetLevel);

    /**
     * Returns by how many percent the median pay of the jobs changes when one skill is raised, each job asking for what the
     * learner has, up to what it asks. It needs no model of outcomes.
     *
     * @param skill index of the skill in the catalogue
     * @param targetLevel the level to raise it to, in [0, 100]
     * @return empty when there are no jobs, or postings say too little about the skill
     */
    default Optional<Interval> pay(int skill, double targetLevel) {
        return closing(skill, targetLevel).map(ClosingValue::payPercent);
    }
}
