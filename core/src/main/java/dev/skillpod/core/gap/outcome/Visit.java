package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A learner looked at a job, and applied or let it be. Learners know better than any profile what they can do, so both tell
 * of their levels.
 *
 * @param at when it was clear: when the application was sent, or a day after the look without one
 * @param asked what the job asks for
 * @param applied whether the learner applied
 */
record Visit(Instant at, AskedLevels asked, boolean applied) {
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** Reads the visits of a learner, by when they were clear. */
    static List<Visit> of(LearnerHistory history, JobDemands jobs) {
        var visits = new ArrayList<Visit>();
        var looked = new HashMap<String, MarketSignal>();
        for (MarketSignal signal : history.signals()) {
            String job = signal.jobId();
            if (job == null) {
                continue;
            }
            if (signal.type() == SignalType.JOB_VIEW) {
                MarketSignal before = looked.put(job, signal);
                if (before != null) {
                    visits.add(let(before, jobs));
                }
            } else if (signal.type() == SignalType.JOB_APPLICATION) {
                MarketSignal before = looked.remove(job);
                if (before != null && before.occurredAt().plus(PATIENCE).isBefore(signal.occurredAt())) {
                    visits.add(let(before, jobs));
                }
                visits.add(new Visit(signal.occurredAt(), jobs.of(job, signal.skillIds()), true));
            }
        }
        looked.values().forEach(signal -> visits.add(let(signal, jobs)));
        visits.sort(Comparator.comparing(Visit::at));
        return visits;
    }

    private static Visit let(MarketSignal view, JobDemands jobs) {
        String job = view.jobId();
        return new Visit(view.occurredAt().plus(PATIENCE), jobs.of(job == null ? "" : job, view.skillIds()), false);
    }
}
