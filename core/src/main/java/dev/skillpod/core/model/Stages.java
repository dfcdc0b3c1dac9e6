package dev.skillpod.core.model;

import java.util.function.Supplier;

/**
 * Runs the steps of an answer and may measure how long each takes. Implementations are thread-safe, cheap, and change nothing
 * about what a step does or throws.
 */
public interface Stages {
    /** Measures nothing. */
    Stages UNMEASURED = new Stages() {
        @Override
        public <T> T stage(String name, Supplier<T> step) {
            return step.get();
        }
    };

    /**
     * Runs a step on this thread.
     *
     * @param name lower case with underscores, of a small fixed set
     * @return what the step returned
     */
    <T> T stage(String name, Supplier<T> step);
}
