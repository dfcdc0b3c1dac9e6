package dev.skillpod.app.serving;

import java.util.List;

/** Event ids that were used before for something else; nothing was appended. */
public final class EventConflictException extends RuntimeException {
    private final transient List<String> eventIds;

    /** Names the ids in conflict. */
    public EventConflictException(List<String> eventIds) {
        super("event ids already used with a different content: " + String.join(", ", eventIds));
        this.eventIds = List.copyOf(eventIds);
    }

    /** Returns the ids in conflict. */
    public List<String> eventIds() {
        return eventIds;
    }
}
