package dev.skillpod.core.tree;

/** Says that a text is not a tree model that this package can evaluate, and where it goes wrong. */
public final class MalformedModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong and where, with the offending value
     */
    public MalformedModelException(String message) {
        super(message);
    }
}
