/**
 * What closing a gap is worth: the change in the probability of being hired and in pay, with its interval.
 *
 * <p>{@link dev.skillpod.core.gap.value.GapValuer} is the port that gap analysis asks: it makes a {@link
 * dev.skillpod.core.gap.value.LearnerOutlook} once per learner, over the jobs that {@link
 * dev.skillpod.core.gap.value.PlausibleJobs} finds, which then answers skill by skill. What is behind it is trained on the
 * outcomes of applications and on posted pay, in {@code core.gap.training}.
 */
@NullMarked
package dev.skillpod.core.gap.value;

import org.jspecify.annotations.NullMarked;
