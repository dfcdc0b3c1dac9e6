package dev.skillpod.store;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.MarketSignal;

/** The kinds of events in the log. */
public enum EventKind {
    ENGAGEMENT,
    ASSESSMENT,
    MARKET_SIGNAL,
    APPLICATION_OUTCOME,
    ANSWER;

    /** Returns the kind of an event. */
    public static EventKind of(LearnerEvent event) {
        return switch (event) {
            case Engagement e -> ENGAGEMENT;
            case Assessment a -> ASSESSMENT;
            case MarketSignal s -> MARKET_SIGNAL;
            case ApplicationOutcome o -> APPLICATION_OUTCOME;
            case Answer a -> ANSWER;
        };
    }
}
