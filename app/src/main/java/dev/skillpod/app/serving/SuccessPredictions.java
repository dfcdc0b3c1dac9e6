package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import java.util.OptionalDouble;

/** What is predicted of learners' applications, as answers use it. Thread-safe. */
@FunctionalInterface
public interface SuccessPredictions {
    /**
     * Returns the predicted probability that a learner's application succeeds, averaged over the jobs that the learner
     * plausibly goes for.
     *
     * @return in [0, 1]; empty for a learner nobody knows, and where there is no such job
     */
    OptionalDouble of(LearnerKey learner);
}
