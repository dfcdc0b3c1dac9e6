package dev.skillpod.core.activity;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Everything known of one learner: the profile and the events, each list in time order.
 *
 * @param learner who
 * @param profile what the learner says
 * @param engagements what was done with contents, impressions included
 * @param assessments measured levels
 * @param signals market activity
 * @param outcomes stages of applications
 */
public record LearnerHistory(
        LearnerKey learner,
        LearnerProfile profile,
        List<Engagement> engagements,
        List<Assessment> assessments,
        List<MarketSignal> signals,
        List<ApplicationOutcome> outcomes) {
    public LearnerHistory {
        engagements = List.copyOf(engagements);
        assessments = List.copyOf(assessments);
        signals = List.copyOf(signals);
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the history of a learner of whom only the profile is known. */
    public static LearnerHistory of(LearnerKey learner, LearnerProfile profile) {
        return new LearnerHistory(learner, profile, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns what was known before {@code asOf}: strictly earlier events only. */
    public LearnerHistory before(Instant asOf) {
        return new LearnerHistory(
                learner,
                profile,
                cut(engagements, asOf, Engagement::occurredAt),
                cut(assessments, asOf, Assessment::occurredAt),
                cut(signals, asOf, MarketSignal::occurredAt),
                cut(outcomes, asOf, ApplicationOutcome::occurredAt));
    }

    /** Returns whether all events are strictly earlier than {@code asOf}. */
    public boolean endsBefore(Instant asOf) {
        return endsBefore(engagements, asOf)
                && endsBefore(assessments, asOf)
                && endsBefore(signals, asOf)
                && endsBefore(outcomes, asOf);
    }

    private static boolean endsBefore(List<? extends LearnerEvent> events, Instant asOf) {
        return events.isEmpty() || events.getLast().occurredAt().isBefore(asOf);
    }

    private static <T> List<T> cut(List<T> events, Instant asOf, Function<T, Instant> time) {
        int end = 0;
        while (end < events.size() && time.apply(events.get(end)).isBefore(asOf)) {
            end++;
        }
        return end == events.size() ? events : events.subList(0, end);
    }
}
