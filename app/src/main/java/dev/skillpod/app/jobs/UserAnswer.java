package dev.skillpod.app.jobs;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.Optional;

/** Answers one user of a batch. Thread-safe. */
@FunctionalInterface
public interface UserAnswer {
    /**
     * Returns the user's answer as JSON text; empty when there must be none, because the user was erased since the job was created.
     *
     * @param created when the job was created
     */
    Optional<String> json(LearnerKey learner, Instant created);
}
