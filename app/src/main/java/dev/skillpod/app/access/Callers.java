package dev.skillpod.app.access;

/** Knows who sent the request that this thread answers. Thread-safe. */
@FunctionalInterface
public interface Callers {
    /**
     * Returns the caller.
     *
     * @throws IllegalStateException when this thread answers no request, or one that nobody checked
     */
    Caller current();
}
