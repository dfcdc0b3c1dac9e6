package dev.skillpod.core.tracing;

import dev.skillpod.core.model.TrainedModel;

/** A fitted model of how learners answer. Immutable and thread-safe. */
public interface TracingModel extends TrainedModel {
    /** Returns the trace of a learner of whom nothing is known. */
    LearnerTrace newLearner();
}
