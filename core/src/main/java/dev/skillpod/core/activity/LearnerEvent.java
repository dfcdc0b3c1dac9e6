package dev.skillpod.core.activity;

import java.time.Instant;

/** Something that happened to a learner, never changed after it was logged. */
public sealed interface LearnerEvent permits Engagement, Assessment, MarketSignal, ApplicationOutcome, Answer {
    /** Returns the identifier that makes sending twice harmless; unique within the tenant. */
    String eventId();

    /** Returns whom it happened to. */
    LearnerKey learner();

    /** Returns when it happened. */
    Instant occurredAt();
}
