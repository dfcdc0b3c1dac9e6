package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that was answered, and the furthest stage it is known to have come to.
 *
 * @param eventId id of its last outcome
 * @param jobId to which job
 * @param asked what the job asks for
 * @param appliedAt when it was sent; when it was answered where no signal tells
 * @param answeredAt when its last outcome was told
 * @param stage the furthest stage
 * @param withdrawn whether it was taken back before it came to a stage
 * @param matchScore how well the platform thought learner and job fit, or null
 */
public record Application(
        String eventId,
        String jobId,
        AskedLevels asked,
        Instant appliedAt,
        Instant answeredAt,
        Stage stage,
        boolean withdrawn,
        @Nullable Double matchScore) {
    /**
     * Reads the answered applications of a learner, by the time they were last answered. An outcome answers the oldest
     * application to the job that is open; without one, it is a further stage of the last. What was withdrawn without having
     * come to a stage says nothing of the learner's chances and is left out.
     */
    public static List<Application> of(LearnerHistory history, JobDemands jobs) {
        var sent = new HashMap<String, Deque<Instant>>();
        var last = new HashMap<String, Integer>();
        var all = new ArrayList<Application>();
        int next = 0;
        List<MarketSignal> signals = history.signals();
        for (ApplicationOutcome outcome : history.outcomes()) {
            while (next < signals.size() && !signals.get(next).occurredAt().isAfter(outcome.occurredAt())) {
                MarketSignal signal = signals.get(next++);
                if (signal.type() == SignalType.JOB_APPLICATION && signal.jobId() != null) {
                    sent.computeIfAbsent(signal.jobId(), job -> new ArrayDeque<>())
                            .add(signal.occurredAt());
                }
            }
            Deque<Instant> open = sent.get(outcome.jobId());
            Integer before = last.get(outcome.jobId());
            if (open != null && !open.isEmpty()) {
                last.put(outcome.jobId(), all.size());
                all.add(answered(outcome, jobs, open.remove()));
            } else if (before != null) {
                all.set(before, all.get(before).further(outcome));
            } else {
                last.put(outcome.jobId(), all.size());
                all.add(answered(outcome, jobs, outcome.occurredAt()));
            }
        }
        return all.stream()
                .filter(application -> !application.withdrawn)
                .sorted(Comparator.comparing(Application::answeredAt))
                .toList();
    }

    private static Application answered(ApplicationOutcome outcome, JobDemands jobs, Instant sent) {
        return new Application(
                outcome.eventId(),
                outcome.jobId(),
                jobs.of(outcome.jobId(), outcome.skillIds()),
                sent,
                outcome.occurredAt(),
                stage(outcome.outcome()),
                outcome.outcome() == Outcome.WITHDRAWN,
                outcome.matchScore());
    }

    private Application further(ApplicationOutcome outcome) {
        Stage reached = stage(outcome.outcome());
        return new Application(
                outcome.eventId(),
                jobId,
                asked,
                appliedAt,
                outcome.occurredAt(),
                stage.compareTo(reached) > 0 ? stage : reached,
                outcome.outcome() == Outcome.WITHDRAWN && stage == Stage.APPLIED,
                outcome.matchScore());
    }

    private static Stage stage(Outcome outcome) {
        return switch (outcome) {
            case IGNORED, WITHDRAWN -> Stage.APPLIED;
            case VIEWED, REJECTED -> Stage.VIEWED;
            case SHORTLISTED -> Stage.SHORTLISTED;
            case INTERVIEWED -> Stage.INTERVIEWED;
            case HIRED -> Stage.HIRED;
        };
    }
}
