package dev.skillpod.core.gap.value;

import org.jspecify.annotations.Nullable;

/**
 * What raising one skill to a level changes, everything else as it is.
 *
 * @param fromLevel the level that the estimate starts from, in [0, 100]: what profile, measurements and answers let believe, less
 *     what has faded; null for an average over learners
 * @param successBefore mean probability of being hired over the jobs looked at, in [0, 1]
 * @param increase by how much that probability changes, in [-1, 1]
 * @param payPercent change of the median pay in percent, or null where postings say too little about it
 * @param jobs number of jobs that the mean is over; 0 for an average over learners
 * @param askingJobs how many of them ask for the skill
 * @param applications number of answered applications to jobs that ask for the skill, which the estimate rests on
 * @param overlap share, in [0, 1], of comparable learners among these who had the level raised to
 * @param confidence from the width of the interval and the overlap, in [0, 1]
 */
public record ClosingValue(
        @Nullable Double fromLevel,
        double successBefore,
        Interval increase,
        @Nullable Interval payPercent,
        int jobs,
        int askingJobs,
        int applications,
        double overlap,
        double confidence) {
    /** Returns the mean probability of being hired afterwards, in [0, 1]. */
    public double successAfter() {
        return Math.clamp(successBefore + increase.value(), 0, 1);
    }
}
