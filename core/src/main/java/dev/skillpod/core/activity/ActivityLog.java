package dev.skillpod.core.activity;

import java.util.function.Consumer;

/** The log as training reads it: learner by learner, always in the same order, so that the same log gives the same model. */
@FunctionalInterface
public interface ActivityLog {
    /** Visits every learner once, ordered by tenant and user id. */
    void forEachLearner(Consumer<LearnerHistory> visitor);
}
