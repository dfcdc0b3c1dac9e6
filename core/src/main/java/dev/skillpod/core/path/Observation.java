package dev.skillpod.core.path;

/** What a policy may know when it chooses: never the hidden state of the learner. Immutable and thread-safe. */
public interface Observation {
    /** Returns the number of actions there are; they are numbered from 0. */
    int actions();

    /** Returns whether the action may be chosen now. At least one may, as long as steps are left. */
    boolean allows(int action);

    /** Returns the number of actions that are still to be chosen, at least 0. */
    int stepsLeft();

    /**
     * Returns whether the goal still asks for the action, as far as can be seen: it belongs to the goal or leads to it, and the
     * learner's last answer to it, if any, was not correct.
     */
    boolean needs(int action);
}
