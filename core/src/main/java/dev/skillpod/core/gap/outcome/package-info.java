/**
 * How far an application comes: the probability of each stage for a learner and a job, from what was known when it was sent.
 *
 * <p>In order: {@link dev.skillpod.core.gap.outcome.JobDemands} (what jobs ask for), {@link
 * dev.skillpod.core.gap.outcome.Application} and {@code Visit} (what a log tells of applications, and of jobs that were only
 * looked at), {@code LearnerBelief} (a joint normal distribution of one learner's levels and drive), {@code LearnerReplay} (a
 * history played onto it in time order, by the same code in training and in serving), {@code SuccessFitting} (what moves the
 * stage, fitted in turn with the beliefs), {@link dev.skillpod.core.gap.outcome.OutcomeFitting} (boosted trees per stage beside
 * it, mixed and calibrated on the newest applications), {@link dev.skillpod.core.gap.outcome.OutcomeModel} (what serving asks).
 * Nothing here reads a name, a gender or an age. See docs/models/outcomes.md.
 */
@NullMarked
package dev.skillpod.core.gap.outcome;

import org.jspecify.annotations.NullMarked;
