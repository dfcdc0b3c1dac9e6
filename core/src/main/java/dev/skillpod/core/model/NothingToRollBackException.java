package dev.skillpod.core.model;

/** There is no earlier champion that can be served. */
public final class NothingToRollBackException extends RuntimeException {
    /** Names the model. */
    public NothingToRollBackException(String model) {
        super("model " + model + " has no earlier champion that can be served");
    }
}
