package dev.skillpod.app.jobs;

import dev.skillpod.core.activity.LearnerKey;

/** Answers one user of a batch. Thread-safe. */
@FunctionalInterface
public interface UserAnswer {
    /** Returns the user's answer as JSON text. */
    String json(LearnerKey learner);
}
