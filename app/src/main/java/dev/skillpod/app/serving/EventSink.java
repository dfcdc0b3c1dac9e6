package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerEvent;
import java.util.List;

/** Takes events into the append-only log. Thread-safe. */
@FunctionalInterface
public interface EventSink {
    /**
     * Appends all events or, when it throws, none. An event whose tenant and event id are known already, with the same
     * content, is a duplicate and is not appended again. Instants arrive truncated to microseconds.
     *
     * @param events at most 10,000, no tenant and event id twice
     * @throws EventConflictException when an event id is known with a different content
     */
    Appended append(List<LearnerEvent> events);

    /**
     * What an append did; the two add up to the number of events given.
     *
     * @param accepted events that are new
     * @param duplicates events that were there before
     */
    record Appended(int accepted, int duplicates) {}
}
