package dev.skillpod.store;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import java.util.ArrayList;
import java.util.List;

/** Sorts the events of one learner by kind, keeping their order. Not thread-safe. */
final class HistoryBuilder {
    private final LearnerKey learner;
    private final List<Engagement> engagements = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<MarketSignal> signals = new ArrayList<>();
    private final List<ApplicationOutcome> outcomes = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    HistoryBuilder(LearnerKey learner) {
        this.learner = learner;
    }

    LearnerKey learner() {
        return learner;
    }

    void add(LearnerEvent event) {
        switch (event) {
            case Engagement e -> engagements.add(e);
            case Assessment a -> assessments.add(a);
            case MarketSignal s -> signals.add(s);
            case ApplicationOutcome o -> outcomes.add(o);
            case Answer a -> answers.add(a);
        }
    }

    LearnerHistory build(LearnerProfile profile) {
        return new LearnerHistory(learner, profile, engagements, assessments, signals, outcomes, answers);
    }
}
