package dev.skillpod.core.catalog;

import java.util.List;

/** Prerequisites that lead back to themselves, so that nothing on the cycle could ever be started. */
public final class CyclicPrerequisitesException extends IllegalArgumentException {
    private final transient List<String> cycle;

    CyclicPrerequisitesException(List<String> cycle) {
        super("prerequisites form a cycle: " + String.join(" -> ", cycle));
        this.cycle = List.copyOf(cycle);
    }

    /** Returns the ids along the cycle; the first is repeated at the end. */
    public List<String> cycle() {
        return cycle;
    }
}
