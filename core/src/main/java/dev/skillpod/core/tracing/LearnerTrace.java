package dev.skillpod.core.tracing;

/**
 * What a model knows of one learner after the answers it was told. Immutable and thread-safe: {@link #after} returns another
 * trace.
 */
public interface LearnerTrace {
    /**
     * Returns the probability that the learner answers a question correctly.
     *
     * @param question not earlier than the last answer; unknown items and skills are legal and fall back on what is known
     * @return in (0, 1)
     */
    double predict(Question question);

    /** Returns the trace after the learner has answered a question. */
    LearnerTrace after(Question question, boolean correct);
}
