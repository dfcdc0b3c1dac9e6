package dev.skillpod.starter;

import org.jspecify.annotations.Nullable;

/**
 * The truth behind an application that was logged.
 *
 * @param learner index of who applied
 * @param job index of the job
 * @param masteryOfAsked true mastery of the job's skills when applying, in the job's order
 * @param signalId id of the JOB_APPLICATION signal
 * @param outcomeId id of the outcome event, or null when it fell after the end of the log
 */
record Application(
        int learner,
        int job,
        float[] masteryOfAsked,
        String signalId,
        @Nullable String outcomeId) {}
