package dev.skillpod.core.tree;

import org.jspecify.annotations.Nullable;

/** Says that trees could not be trained, for a reason that lies neither in the data nor in the configuration. */
public class TreeTrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message one line saying what failed
     * @param cause what the training library threw, if anything
     */
    public TreeTrainingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
