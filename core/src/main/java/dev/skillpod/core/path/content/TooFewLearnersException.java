package dev.skillpod.core.path.content;

import dev.skillpod.core.model.InsufficientDataException;

/** There are too few learners with goals that contents bring nearer to train a path policy. */
public final class TooFewLearnersException extends InsufficientDataException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a sentence on what is missing. */
    public TooFewLearnersException(String message) {
        super(message);
    }
}
