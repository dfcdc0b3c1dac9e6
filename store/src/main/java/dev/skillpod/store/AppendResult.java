package dev.skillpod.store;

import java.util.List;

/**
 * What became of a list of events.
 *
 * @param inserted events written; 0 when there are conflicts
 * @param duplicates events that the log (or an earlier place in the list) already had, word for word
 * @param conflicts events whose id is taken by another content; when there are any, nothing was written
 */
public record AppendResult(int inserted, int duplicates, List<EventConflict> conflicts) {
    public AppendResult {
        conflicts = List.copyOf(conflicts);
    }

    /** Returns whether the log now holds every event of the list. */
    public boolean accepted() {
        return conflicts.isEmpty();
    }
}
