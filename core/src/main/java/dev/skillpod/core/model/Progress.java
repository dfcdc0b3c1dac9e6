package dev.skillpod.core.model;

/** Receives the progress of long work. Implementations are thread-safe and cheap. */
@FunctionalInterface
public interface Progress {
    /** A receiver that drops everything. */
    Progress SILENT = (stage, done, total) -> {};

    /**
     * Reports a step.
     *
     * @param stage what is being done, in a few plain words
     * @param done units finished so far, in [0, total] when the total is known
     * @param total units in all, or 0 when unknown
     */
    void report(String stage, long done, long total);
}
