package dev.skillpod.app.serving;

import java.util.List;

/** What does not work just now, while requests are answered without it. Thread-safe, without I/O. */
@FunctionalInterface
public interface Degradation {
    /** Returns what is degraded now, each in a plain sentence that callers may see; empty when all is well. */
    List<String> reasons();
}
