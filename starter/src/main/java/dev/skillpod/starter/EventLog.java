package dev.skillpod.starter;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the events of one learner, numbers them, and leaves out what would happen after the end of the log. */
final class EventLog {
    private final LearnerKey learner;
    private final String prefix;
    private final long end;
    private final List<Engagement> engagements = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<MarketSignal> signals = new ArrayList<>();
    private final List<ApplicationOutcome> outcomes = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private int events;

    EventLog(LearnerTraits traits, Instant end) {
        this.learner = new LearnerKey(StarterWorld.TENANT, traits.userId());
        this.prefix = "sw-" + traits.userId().substring("starter-".length()) + "-";
        this.end = end.getEpochSecond();
    }

    /** Where a content was shown. */
    record Shown(String recommendationId, int position) {}

    /** Returns the id of a list of recommendations. */
    String recommendationId(int number) {
        return prefix + "list-" + number;
    }

    void impression(long time, String contentId, Shown shown, double propensity) {
        engagement(time, EngagementType.IMPRESSION, contentId, shown, propensity, null, null);
    }

    void engagement(
            long time,
            EngagementType type,
            String contentId,
            Shown shown,
            @Nullable Double propensity,
            @Nullable Double progress,
            @Nullable Integer rating) {
        if (time < end) {
            engagements.add(new Engagement(
                    nextId(),
                    learner,
                    Instant.ofEpochSecond(time),
                    type,
                    contentId,
                    shown.recommendationId(),
                    shown.position(),
                    propensity,
                    progress,
                    rating));
        }
    }

    void assessment(long time, String skillId, double score, @Nullable String contentId) {
        if (time < end) {
            assessments.add(new Assessment(nextId(), learner, Instant.ofEpochSecond(time), skillId, score, contentId));
        }
    }

    void answer(long time, String itemId, String skillId, boolean correct, @Nullable String contentId) {
        if (time < end) {
            // Numbered on their own, so that the other events keep their ids.
            String id = prefix + "answer-" + (answers.size() + 1);
            answers.add(
                    new Answer(id, learner, Instant.ofEpochSecond(time), itemId, List.of(skillId), correct, contentId));
        }
    }

    /** Returns the event's id, or null when it would fall after the end. */
    @Nullable
    String signal(
            long time,
            SignalType type,
            List<String> skillIds,
            @Nullable String jobId,
            @Nullable Outcome outcome,
            @Nullable Double matchScore) {
        if (time >= end) {
            return null;
        }
        String id = nextId();
        signals.add(
                new MarketSignal(id, learner, Instant.ofEpochSecond(time), type, skillIds, jobId, outcome, matchScore));
        return id;
    }

    /** Returns the event's id, or null when it would fall after the end. */
    @Nullable
    String outcome(long time, String jobId, Outcome outcome, List<String> skillIds, double matchScore) {
        if (time >= end) {
            return null;
        }
        String id = nextId();
        outcomes.add(
                new ApplicationOutcome(id, learner, Instant.ofEpochSecond(time), jobId, outcome, skillIds, matchScore));
        return id;
    }

    /** Returns everything, each list in time order, events of the same second in the order in which they were added. */
    LearnerHistory history(LearnerProfile profile) {
        Comparator<LearnerEvent> byTime = Comparator.comparing(LearnerEvent::occurredAt);
        engagements.sort(byTime);
        assessments.sort(byTime);
        signals.sort(byTime);
        outcomes.sort(byTime);
        answers.sort(byTime);
        return new LearnerHistory(learner, profile, engagements, assessments, signals, outcomes, answers);
    }

    private String nextId() {
        return prefix + ++events;
    }
}
