package dev.skillpod.core.model;

/** An immutable, thread-safe result of training that can say where it comes from. */
public interface TrainedModel {
    /** Returns where this model comes from: data window, row counts, seed, parameters, metrics. */
    Provenance provenance();
}
