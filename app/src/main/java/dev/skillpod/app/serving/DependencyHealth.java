package dev.skillpod.app.serving;

import java.time.Instant;
import java.util.List;

/** How the services are that this one uses. Thread-safe, without I/O. */
@FunctionalInterface
public interface DependencyHealth {
    /** Returns them all, in a stable order. */
    List<Dependency> dependencies();

    /**
     * One of them.
     *
     * @param name such as {@code redis}
     * @param state how it is
     * @param since when it came to be so
     * @param detail why, in a few words, without addresses and secrets
     */
    record Dependency(String name, State state, Instant since, String detail) {}

    /** How a service is. */
    enum State {
        /** Answers. */
        UP,
        /** Does not answer. */
        DOWN,
        /** Answers, but not as it should. */
        DEGRADED,
        /** Is not used. */
        OFF
    }
}
